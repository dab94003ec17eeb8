import { componentId, componentName } from '@karma/core';
import { betweenRefusal, insertBetween } from '@karma/editor';
import type { DependencyEnds } from '../../inspector/DependencyHead';
import { currentSurroundings } from '../draft-store';
import { dependencyOf } from '../ports/dependency-of';
import { edgeAt, judgeBetween } from './between';
import { askForName, type Point } from './composer';
import type { startDrag } from './drag';
import { tellWhyNot } from './tell';

type Drag = Parameters<typeof startDrag>[1];

/** Stands for the one that is not there yet, while it has no name. */
const newOf = (type: string) => (environment: string) => componentId(environment, type, 'new');

/** A type carried out of the palette: where it is dropped, it asks for its name; on an arrow, it goes in between. */
export const dragOfType = (type: string): Drag => ({
  label: type,
  type,
  judge: (at) => judgeBetween(at, newOf(type)) ?? { isFine: true, words: 'Drop to create it here' },
  onDrop: (screen) => {
    const edge = edgeAt(screen);
    if (edge) askForMiddle(type, edge, screen).catch(tellWhyNot);
    else askForName({ type, screen });
  },
});

/**
 * Asks for the name of a component of a type that is to go between the ends of an arrow.
 * @throws why it does not fit there.
 */
export async function askForMiddle(type: string, { from, to }: DependencyEnds, screen: Point): Promise<void> {
  const dependency = await dependencyOf(from, to);
  const { environment } = componentName(from);
  const surroundings = currentSurroundings();
  const problem = surroundings && betweenRefusal(from, to, newOf(type)(environment), surroundings);
  if (problem) throw new Error(problem);
  askForName({
    type,
    environment,
    screen,
    with: [from, to],
    connect: (created, around) => insertBetween(dependency, created, around),
  });
}
