import { type ComponentId, componentId, componentName, type Dependency } from '@karma/core';
import { configPath, type Port } from '@karma/editor';

/** The dependency that one port makes, as the draft has it. */
export function namedDependency(from: ComponentId, port: Port): Dependency {
  const [type = ''] = port.targetTypes;
  const to = componentId(componentName(from).environment, type, port.nickname ?? '');
  return dependencyAt(from, to, [port]);
}

/** A dependency made by ports that name the provider. */
export function dependencyAt(from: ComponentId, to: ComponentId, ports: readonly Port[]): Dependency {
  return {
    from,
    to,
    confidence: 'declared',
    ambiguous: false,
    consumes: 'all',
    evidence: ports.map(({ pointer, value }) => ({
      rule: 'nickname',
      at: `${configPath(from)}#${pointer}`,
      matched: value ?? '',
      consumes: 'all',
      claim: null,
      crossesEnvironments: false,
    })),
  };
}
