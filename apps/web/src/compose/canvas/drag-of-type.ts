import { componentName } from '@karma/core';
import { insertBetween } from '@karma/editor';
import { dependencyOf } from '../ports/dependency-of';
import { askForName, type Point } from './composer';
import type { startDrag } from './drag';
import { edgeAt, judgeEdge } from './edge-at';
import { tellWhyNot } from './tell';

type Drag = Parameters<typeof startDrag>[1];

/** A type carried out of the palette: where it is dropped, it asks for its name; on an arrow, it goes in between. */
export const dragOfType = (type: string): Drag => ({
  label: type,
  type,
  judge: (at) => judgeEdge(at) ?? { isFine: true, words: 'Drop to create it here' },
  onDrop: (screen) => {
    const edge = edgeAt(screen);
    if (edge) askForMiddle(type, edge, screen).catch(tellWhyNot);
    else askForName({ type, screen });
  },
});

async function askForMiddle(type: string, ends: NonNullable<ReturnType<typeof edgeAt>>, screen: Point) {
  const dependency = await dependencyOf(ends.from, ends.to);
  askForName({
    type,
    environment: componentName(ends.from).environment,
    screen,
    with: [ends.from, ends.to],
    connect: (created, surroundings) => insertBetween(dependency, created, surroundings),
  });
}
