import { type ComponentId, componentName, type Dependency, EXTENDS } from '@karma/core';
import type { Edit } from '../draft/history';
import { type Port, portsOf } from '../ports/ports';
import { refusal } from '../ports/refusal';
import { configPath, type Surroundings } from '../surroundings';
import { CommandError } from './errors';
import { removeKey, setKey } from './keys';

/**
 * Writes a provider's name at a consumer's port, at any depth. Where a parameter path stands, its name is changed
 * and the rest stays.
 * @throws CommandError when the provider cannot stand there; UneditableTextError
 */
export function connect(
  consumer: ComponentId,
  port: Port,
  provider: ComponentId,
  surroundings: Surroundings,
): Edit {
  const problem = refusal(consumer, port, provider);
  if (problem !== null) throw new CommandError(problem);
  const { nickname } = componentName(provider);
  const value =
    port.value === null || port.value === port.nickname || port.nickname === null
      ? nickname
      : port.value.replace(`/${port.nickname}/`, `/${nickname}/`);
  const { files } = setKey(consumer, port.pointer, value, surroundings);
  return { label: `Connect ${consumer} to ${provider}`, files };
}

/** A value that makes a dependency, which no editing of names takes away. */
export interface ValueReference {
  readonly pointer: string;
  readonly value: string;
}

export interface References {
  /** Pointers in the consumer's config that name the provider. */
  readonly named: readonly string[];
  /** Values that would have to change. */
  readonly values: readonly ValueReference[];
  /** Lines of a module that name it outright, `<file>:<line>`. */
  readonly modules: readonly string[];
}

/** The places of a list by number: `/jobs/10` after `/jobs/9`. */
const IN_ORDER = new Intl.Collator('en', { numeric: true });

/** Where a dependency stands in the consumer's config. */
export function referencesOf(dependency: Dependency, surroundings: Surroundings): References {
  const named = new Set<string>();
  const values: ValueReference[] = [];
  const modules: string[] = [];
  const { references } = portsOf(dependency.from, surroundings);
  for (const { rule, at, matched } of dependency.evidence) {
    const hash = at.indexOf('#');
    const pointer = hash < 0 ? null : at.slice(hash + 1);
    if (rule === 'extends') named.add(`/${EXTENDS}`);
    else if (rule === 'value') values.push({ pointer: pointer ?? at, value: matched });
    else if (pointer !== null) named.add(pointer);
    else {
      const { type, nickname } = componentName(dependency.to);
      const ports = references.filter(
        (port) => port.nickname === matched && (port.targetTypes.includes(type) || matched === nickname),
      );
      for (const port of ports) named.add(port.pointer);
      if (ports.length === 0) modules.push(at);
    }
  }
  return { named: [...named].sort(IN_ORDER.compare), values, modules };
}

/**
 * Removes every place that names the provider from the consumer's config.
 * @throws CommandError when nothing names it: an inferred dependency goes with the value, one that a module names
 *   outright with its line.
 */
export function disconnect(dependency: Dependency, surroundings: Surroundings): Edit {
  const { named, values, modules } = referencesOf(dependency, surroundings);
  const { from, to } = dependency;
  if (named.length === 0) {
    const [value] = values;
    const reason = value
      ? `${configPath(from)} holds ${value.value} at ${value.pointer}, which ${to} is known by: change that value.`
      : `The module names it outright, at ${modules.join(', ')}: change the module.`;
    throw new CommandError(`No key of ${from} names ${to}. ${reason}`);
  }
  // From the last place to the first: what is removed from a list moves up those behind it.
  const files = named.reduceRight<ReadonlyMap<ComponentId, string | null>>((before, pointer) => {
    const text = (id: ComponentId) => before.get(id) ?? surroundings.text(id);
    return removeKey(from, pointer, { ...surroundings, text }).files;
  }, new Map());
  return { label: `Disconnect ${from} from ${to}`, files };
}
