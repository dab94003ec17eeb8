import { type ComponentId, componentName } from '@karma/core';
import { type Port, portsOf, refusal, type Surroundings } from '@karma/editor';
import { ask } from '../canvas/composer';
import type { startDrag } from '../canvas/drag';
import { componentAt, light, newProviders, portName, portsFor, SHUT, unlight } from './connect-port';
import { connectFrom } from './drag-of-output';

type Drag = Parameters<typeof startDrag>[1];

/** A line drawn from a card to what it is to use: at the key that fits; where several do, it asks at which. */
export function dragOfNeeds(consumer: ComponentId, surroundings: Surroundings): Drag {
  const { nickname, type } = componentName(consumer);
  const { references } = portsOf(consumer, surroundings);
  const fits = (id: ComponentId) => references.some((port) => refusal(consumer, port, id) === null);
  return {
    label: `${nickname} · needs`,
    type: null,
    isLine: true,
    onStart: () => light(consumer, fits),
    onEnd: unlight,
    judge(at) {
      const id = componentAt(at);
      if (id === null) return SHUT;
      if (id === undefined) return { isFine: true, words: `Drop for something new that ${nickname} needs` };
      const [port, ...others] = portsFor(consumer, id, surroundings);
      if (port)
        return {
          isFine: true,
          words: others.length > 0 ? `Connect to ${id}` : `Connect to ${id} at ${portName(port)}`,
        };
      return { isFine: false, words: whyNot(id) };
    },
    onDrop(at) {
      const id = componentAt(at);
      if (id) void connectFrom(consumer, id, at);
      else if (id === undefined)
        ask({
          title: `New for ${nickname}`,
          screen: at,
          options: freeFirst(references).flatMap((port) =>
            newProviders(consumer, port, at).map((option) => ({
              ...option,
              id: `${port.pointer} ${option.id}`,
              hint: portName(port),
            })),
          ),
        });
    },
  };

  function whyNot(id: ComponentId): string {
    const wanted = references.find(({ targetTypes }) => targetTypes.includes(componentName(id).type));
    return (
      (wanted && refusal(consumer, wanted, id)) ??
      `No key of a component of type ${type} takes the type ${componentName(id).type}.`
    );
  }
}

const freeFirst = (ports: readonly Port[]) =>
  ports.toSorted((a, b) => Number(a.value !== null) - Number(b.value !== null));
