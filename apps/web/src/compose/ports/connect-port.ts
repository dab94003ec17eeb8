import { type ComponentId, componentName, isGroupId, parseComponentId } from '@karma/core';
import { connect, type Port, portsOf, refusal, type Surroundings } from '@karma/editor';
import { useCanvasCommands } from '../../canvas/commands';
import type { Emphasis, Role } from '../../canvas/emphasis';
import { usePatch } from '../../canvas/patch/patch-store';
import { useOnScreen } from '../../canvas/use-visible';
import { ask, askForName, type Option, type Point, type Verdict } from '../canvas/composer';
import type { startDrag } from '../canvas/drag';
import { tell, tellWhyNot } from '../canvas/tell';
import { drafts } from '../draft-store';

type Drag = Parameters<typeof startDrag>[1];

/** The name of a key as it stands in a config: `functions.seed.vpc_nickname`. */
export const portName = ({ pointer }: Port) => pointer.slice(1).replaceAll('/', '.');

/** Writes a provider's name at a port, and says so. */
export async function connectPort(consumer: ComponentId, port: Port, provider: ComponentId): Promise<void> {
  try {
    await drafts.run([consumer, provider], (surroundings) => connect(consumer, port, provider, surroundings));
    tell(`Connected ${consumer} to ${provider} at ${portName(port)}.`);
  } catch (reason) {
    tellWhyNot(reason);
  }
}

/** What can stand at a port: components that are there, then types of which one can be created. */
export function providerOptions(
  consumer: ComponentId,
  port: Port,
  surroundings: Surroundings,
  screen: Point,
): Option[] {
  const { environment } = componentName(consumer);
  const existing = surroundings
    .components(environment)
    .filter((id) => refusal(consumer, port, id) === null)
    .map((id): Option => {
      const { nickname, type } = componentName(id);
      return { id, label: nickname, hint: type, type, run: () => void connectPort(consumer, port, id) };
    });
  return [...existing, ...newProviders(consumer, port, screen)];
}

/** The types that fit at a port, each to be created and connected in one step. */
export function newProviders(consumer: ComponentId, port: Port, screen: Point): Option[] {
  const { environment } = componentName(consumer);
  return port.targetTypes
    .filter((type) => !type.startsWith('external.'))
    .map((type) => ({
      id: `new ${type}`,
      label: `New ${type}…`,
      type,
      run: () =>
        askForName({
          type,
          environment,
          screen,
          with: [consumer],
          connect: (created, surroundings) => connect(consumer, port, created, surroundings),
        }),
    }));
}

/** Lights up those that `fits` names, while something is dragged. */
export function light(start: ComponentId, fits: (id: ComponentId) => boolean): void {
  const visible = useOnScreen.getState().laidOut?.visible;
  const roles = new Map<string, Role>();
  for (const { id } of visible?.components ?? []) if (fits(id)) roles.set(id, 'path');
  roles.set(start, 'self');
  const targets: Emphasis = { components: roles, edges: new Map() };
  usePatch.setState({ targets });
}

export const unlight = () => usePatch.setState({ targets: null });

/** The component under a point; `null` for a group, `undefined` for none. */
export function componentAt(point: Point): ComponentId | null | undefined {
  const thing = useCanvasCommands.getState().thingAt(point);
  if (thing === undefined || thing.includes('~')) return undefined;
  return isGroupId(thing) ? null : parseComponentId(thing);
}

export const SHUT: Verdict = {
  isFine: false,
  words: 'A shut group: open it to connect to one of its components.',
};

/** A line drawn from a port to what is to stand there. */
export function dragOfPort(consumer: ComponentId, port: Port): Drag {
  const { nickname } = componentName(consumer);
  return {
    label: `${nickname} · ${portName(port)}`,
    type: null,
    isLine: true,
    onStart: () => light(consumer, (id) => refusal(consumer, port, id) === null),
    onEnd: unlight,
    judge(at) {
      const id = componentAt(at);
      if (id === null) return SHUT;
      if (id === undefined) return { isFine: true, words: `Drop for a new ${port.targetTypes.join(' or ')}` };
      const problem = refusal(consumer, port, id);
      return problem === null
        ? { isFine: true, words: `Connect to ${id}` }
        : { isFine: false, words: problem };
    },
    onDrop(at) {
      const id = componentAt(at);
      if (id) void connectPort(consumer, port, id);
      else if (id === undefined)
        ask({ title: `New for ${portName(port)}`, screen: at, options: newProviders(consumer, port, at) });
    },
  };
}

/** The ports of a component at which another one can stand, free ones first. */
export function portsFor(consumer: ComponentId, provider: ComponentId, surroundings: Surroundings): Port[] {
  return portsOf(consumer, surroundings)
    .references.filter((port) => refusal(consumer, port, provider) === null)
    .sort((a, b) => Number(a.value !== null) - Number(b.value !== null));
}
