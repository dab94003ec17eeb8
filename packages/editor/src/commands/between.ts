import { type ComponentId, componentName, type Dependency } from '@karma/core';
import type { Edit } from '../draft/history';
import { type Port, portsOf } from '../ports/ports';
import { refusal } from '../ports/refusal';
import { type Surroundings, withFiles } from '../surroundings';
import { connect, referencesOf } from './connect';
import { CommandError } from './errors';
import { removeKey } from './keys';

/** The keys through which a component can be put between two others; absent where there is none. */
interface Between {
  /** Of the consumer: the one that names the provider, or a free one. */
  readonly toMiddle: Port | undefined;
  /** Of the component in between: one that names the provider, or a free one. */
  readonly toProvider: Port | undefined;
}

function portsBetween(
  from: ComponentId,
  to: ComponentId,
  middle: ComponentId,
  around: Surroundings,
): Between {
  const { nickname, type } = componentName(to);
  const namesProvider = (port: Port) => port.nickname === nickname && port.targetTypes.includes(type);
  const fitting = (owner: ComponentId, candidate: ComponentId) => {
    const ports = portsOf(owner, around).references.filter(
      (port) => refusal(owner, port, candidate) === null,
    );
    return ports.find(namesProvider) ?? ports.find(({ value }) => value === null);
  };
  return { toMiddle: fitting(from, middle), toProvider: fitting(middle, to) };
}

/**
 * Why a component cannot be put between a consumer and its provider, in words for the person who drags it there;
 * `null` when it can.
 * @param middle need not exist yet.
 */
export function betweenRefusal(
  from: ComponentId,
  to: ComponentId,
  middle: ComponentId,
  surroundings: Surroundings,
): string | null {
  const [consumer, provider, between] = [componentName(from), componentName(to), componentName(middle)];
  if (middle === from || middle === to) return `${between.nickname} is one end of this arrow.`;
  if (between.environment !== consumer.environment)
    return `Names resolve within one environment: this one is in ${between.environment}, not in ${consumer.environment}.`;
  const { toMiddle, toProvider } = portsBetween(from, to, middle, surroundings);
  if (!toMiddle) return `No key of ${consumer.nickname} is free for ${between.type}.`;
  if (!toProvider) return `No key of ${between.type} is free for ${provider.type}.`;
  return null;
}

/**
 * Puts a component between a consumer and its provider: the consumer refers to it instead, and it to the provider. A
 * key that the consumer's module requires keeps naming the provider.
 * @throws CommandError when their types do not allow it.
 */
export function insertBetween(dependency: Dependency, middle: ComponentId, surroundings: Surroundings): Edit {
  const { from, to } = dependency;
  const problem = betweenRefusal(from, to, middle, surroundings);
  const { toMiddle, toProvider } = portsBetween(from, to, middle, surroundings);
  if (problem !== null || !toMiddle || !toProvider)
    throw new CommandError(problem ?? `${middle} does not fit.`);
  const files = new Map<ComponentId, string | null>();
  const drafted = withFiles(surroundings, files);
  const add = (edit: Edit) => {
    for (const [id, text] of edit.files) files.set(id, text);
  };
  const required = portsOf(from, surroundings).references.filter((port) => port.required);
  for (const pointer of referencesOf(dependency, surroundings).named.toReversed()) {
    const isKept = pointer === toMiddle.pointer || required.some((port) => port.pointer === pointer);
    if (!isKept) add(removeKey(from, pointer, drafted));
  }
  add(connect(from, toMiddle, middle, drafted));
  add(connect(middle, toProvider, to, drafted));
  return { label: `Put ${middle} between ${from} and ${to}`, files };
}
