import { type ComponentId, componentName } from '@karma/core';
import { connect, type Surroundings } from '@karma/editor';
import { ask, askForName, type Option, type Point } from '../canvas/composer';
import type { startDrag } from '../canvas/drag';
import { tellWhyNot } from '../canvas/tell';
import { currentSurroundings } from '../draft-store';
import { loadSurroundings } from '../surroundings';
import { componentAt, connectPort, light, portName, portsFor, SHUT, unlight } from './connect-port';

type Drag = Parameters<typeof startDrag>[1];

/** Whether modules of a type read a component, as far as the catalog tells. */
const takes = (surroundings: Surroundings, type: string, provider: ComponentId) => {
  const { environment, type: wanted } = componentName(provider);
  return (
    surroundings.type(environment, type)?.references.some(({ targetType }) => targetType === wanted) === true
  );
};

/** A line drawn from what a component publishes to who is to read it. */
export function dragOfOutput(provider: ComponentId, surroundings: Surroundings): Drag {
  const { environment, nickname, type } = componentName(provider);
  const fits = (id: ComponentId) => {
    const to = componentName(id);
    return (
      id !== provider &&
      to.environment === environment &&
      (takes(surroundings, to.type, provider) || portsFor(id, provider, surroundings).length > 0)
    );
  };
  return {
    label: `${nickname} · outputs`,
    type: null,
    isLine: true,
    onStart: () => light(provider, fits),
    onEnd: unlight,
    judge(at) {
      const id = componentAt(at);
      if (id === undefined) return { isFine: true, words: `Drop for a new consumer of ${nickname}` };
      if (id === null) return SHUT;
      if (fits(id)) return { isFine: true, words: `Let ${id} use it` };
      return { isFine: false, words: whyNot(id, provider) };
    },
    onDrop(at) {
      const id = componentAt(at);
      if (id) void connectFrom(id, provider, at);
      else if (id === undefined)
        ask({
          title: `New consumer of ${nickname}`,
          screen: at,
          options: newConsumers(provider, at, surroundings),
        });
    },
  };

  function whyNot(id: ComponentId, to: ComponentId): string {
    const consumer = componentName(id);
    if (id === to) return 'A component cannot depend on itself.';
    if (consumer.environment !== environment)
      return `Names resolve within one environment: this one is in ${consumer.environment}, not in ${environment}.`;
    return `A ${consumer.type} has no key that takes a ${type}.`;
  }
}

/** Connects a consumer to a provider at the key that fits; where several do, asks at which. */
export async function connectFrom(
  consumer: ComponentId,
  provider: ComponentId,
  screen: Point,
): Promise<void> {
  try {
    await loadSurroundings([consumer, provider]);
  } catch (reason) {
    return tellWhyNot(reason);
  }
  const surroundings = currentSurroundings();
  const ports = surroundings ? portsFor(consumer, provider, surroundings) : [];
  if (ports.length === 0) return tellWhyNot(`No key of ${consumer} takes a ${componentName(provider).type}.`);
  ask({
    title: `At which key of ${consumer}?`,
    screen,
    options: ports.map((port) => ({
      id: port.pointer,
      label: portName(port),
      hint: port.nickname ? `now ${port.nickname}` : port.required ? 'required' : 'free',
      run: () => void connectPort(consumer, port, provider),
    })),
  });
}

/** The types that read a component, each to be created and connected in one step. */
function newConsumers(provider: ComponentId, screen: Point, surroundings: Surroundings): Option[] {
  const { environment } = componentName(provider);
  const types = new Set(surroundings.components(environment).map((id) => componentName(id).type));
  return [...types]
    .filter((type) => takes(surroundings, type, provider))
    .sort()
    .map((type) => ({
      id: type,
      label: `New ${type}…`,
      type,
      run: () =>
        askForName({
          type,
          environment,
          screen,
          with: [provider],
          connect(created, after) {
            const [port] = portsFor(created, provider, after);
            if (!port) throw new Error(`No key of ${created} takes ${provider}.`);
            return connect(created, port, provider, after);
          },
        }),
    }));
}
