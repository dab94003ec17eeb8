import {
  type ComponentId,
  type ComponentType,
  componentName,
  expandPattern,
  facts,
  type JsonObject,
  joinPointer,
  pointerSegments,
  valueAt,
} from '@karma/core';
import { configOf, type Surroundings, siblingsOf } from '../surroundings';

/** A place in a component's config that may name another component. */
export interface Port {
  /** JSON Pointer of the key that holds the nickname. */
  readonly pointer: string;
  /** Types that may stand there, the likeliest first. */
  readonly targetTypes: readonly string[];
  readonly required: boolean;
  /** What is written there now: a nickname, or a parameter path; `null` when nothing is. */
  readonly value: string | null;
  /** The nickname in it. */
  readonly nickname: string | null;
  /** `module`: its Terraform reads it; `convention`: Adage's names or the team's say so; `siblings`: others of its type set it. */
  readonly origin: 'module' | 'convention' | 'siblings';
}

/** What a component takes and gives, as its type and its config say. */
export interface Ports {
  /** Required ones first, then by pointer. */
  readonly references: readonly Port[];
  /** Keys of the outputs that it publishes. */
  readonly outputs: readonly string[];
}

const known = new WeakMap<Surroundings, Map<ComponentId, Ports>>();

/** The ports of a component with the draft applied; looked up once in surroundings, which do not change. */
export function portsOf(id: ComponentId, surroundings: Surroundings): Ports {
  const all = known.get(surroundings) ?? new Map<ComponentId, Ports>();
  known.set(surroundings, all);
  const ports = all.get(id) ?? findPorts(id, surroundings);
  all.set(id, ports);
  return ports;
}

function findPorts(id: ComponentId, surroundings: Surroundings): Ports {
  const { environment, type: name, nickname } = componentName(id);
  const type = surroundings.type(environment, name);
  const config = configOf(id, surroundings);
  const ports = new Map<string, Port>();
  const add = (port: Port) => {
    if (!ports.has(port.pointer)) ports.set(port.pointer, port);
  };
  for (const port of type ? modulePorts(type, config, nickname) : []) add(port);
  for (const port of conventionPorts(id, config, surroundings)) add(port);
  for (const sibling of siblingsOf(id, surroundings)) {
    for (const port of conventionPorts(sibling, configOf(sibling, surroundings), surroundings)) {
      const isTop = pointerSegments(port.pointer).length === 1;
      if (isTop) add({ ...port, value: null, nickname: null, origin: 'siblings' });
    }
  }
  const references = [...ports.values()].sort(
    (a, b) => Number(b.required) - Number(a.required) || (a.pointer < b.pointer ? -1 : 1),
  );
  return { references, outputs: type?.outputs.map(({ key }) => key) ?? [] };
}

/**
 * Rule 3: the module reads another component's outputs through a key of the config. A list takes one more; a map
 * without entries a first one, named like the component until somebody names it otherwise.
 */
function modulePorts({ references }: ComponentType, config: JsonObject, nickname: string): Port[] {
  return references.flatMap(({ pointer: pattern, targetType, required: isRequired }) => {
    if (pattern === null) return [];
    const port = { targetTypes: [targetType], origin: 'module' as const };
    const places = expandPattern(config, pointerSegments(pattern));
    const required = isRequired && (places.length > 0 || !pattern.includes('*'));
    const first = { pointer: firstPlace(config, pattern, nickname), value: undefined };
    return (places.length > 0 ? places : [first]).flatMap(({ pointer, value }): Port[] =>
      Array.isArray(value)
        ? [...value, null].map((item, index) => ({
            ...port,
            pointer: `${pointer}/${index}`,
            required: required && value.length === 0,
            value: textOf(item),
            nickname: textOf(item),
          }))
        : [{ ...port, pointer, required, value: textOf(value), nickname: textOf(value) }],
    );
  });
}

/** The place that a pattern would have once something stood there. */
function firstPlace(config: JsonObject, pattern: string, nickname: string): string {
  return pointerSegments(pattern).reduce((pointer, segment) => {
    const name = Array.isArray(valueAt(config, pointer)) ? '0' : nickname;
    return joinPointer(pointer, segment === '*' ? name : segment);
  }, '');
}

/** Rules 1, 2 and 4: places of the config that name a component; not those inside of texts such as OpenAPI. */
function conventionPorts(id: ComponentId, config: JsonObject, { conventions }: Surroundings): Port[] {
  const { environment, type } = componentName(id);
  const input = { config, type, module: undefined, prefix: '/iac', at: (pointer: string) => pointer };
  const { references } = facts({ ...input, conventions: conventions(environment) });
  return references
    .filter(({ evidence }) => valueAt(config, evidence.at) === evidence.matched)
    .map(({ types, nickname, evidence }) => ({
      pointer: evidence.at,
      targetTypes: types,
      required: false,
      value: evidence.matched,
      nickname,
      origin: 'convention' as const,
    }));
}

function textOf(value: unknown): string | null {
  return typeof value === 'string' && value !== '' ? value : null;
}
