import { type ComponentId, componentName, type Dependency, EXTENDS } from '@karma/core';
import type { Edit } from '../draft/history';
import { type Port, portsOf } from '../ports/ports';
import { refusal } from '../ports/refusal';
import { configPath, type Surroundings, withFiles } from '../surroundings';
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

/** The keys through which a component can be put between two others. */
export interface Between {
  /** Of the consumer: the one that names the provider, or a free one. */
  readonly toMiddle: Port;
  /** Of the component in between: a free one. */
  readonly toProvider: Port;
}

/** Where a component fits between a consumer and its provider; `null` where types do not allow it. */
export function portsBetween(
  dependency: Dependency,
  middle: ComponentId,
  surroundings: Surroundings,
): Between | null {
  const { from, to } = dependency;
  const { named } = referencesOf(dependency, surroundings);
  const into = portsOf(from, surroundings).references.filter((port) => refusal(from, port, middle) === null);
  const toMiddle =
    into.find(({ pointer }) => named.includes(pointer)) ?? into.find(({ value }) => value === null);
  const toProvider = portsOf(middle, surroundings).references.find(
    (port) =>
      (port.value === null || port.nickname === componentName(to).nickname) &&
      refusal(middle, port, to) === null,
  );
  return toMiddle && toProvider ? { toMiddle, toProvider } : null;
}

/**
 * Puts a component between a consumer and its provider: the consumer refers to it instead, and it to the provider. A
 * key that the consumer's module requires keeps naming the provider.
 * @throws CommandError when their types do not allow it.
 */
export function insertBetween(dependency: Dependency, middle: ComponentId, surroundings: Surroundings): Edit {
  const { from, to } = dependency;
  const ports = portsBetween(dependency, middle, surroundings);
  if (!ports)
    throw new CommandError(
      `${middle} does not fit between ${from} and ${to}: no free keys of theirs take it.`,
    );
  const files = new Map<ComponentId, string | null>();
  const drafted = withFiles(surroundings, files);
  const add = (edit: Edit) => {
    for (const [id, text] of edit.files) files.set(id, text);
  };
  const required = portsOf(from, surroundings).references.filter((port) => port.required);
  for (const pointer of referencesOf(dependency, surroundings).named.toReversed()) {
    const isKept = pointer === ports.toMiddle.pointer || required.some((port) => port.pointer === pointer);
    if (!isKept) add(removeKey(from, pointer, drafted));
  }
  add(connect(from, ports.toMiddle, middle, drafted));
  add(connect(middle, ports.toProvider, to, drafted));
  return { label: `Put ${middle} between ${from} and ${to}`, files };
}
