import { componentId, componentName } from '@karma/core';
import { betweenRefusal } from '@karma/editor';
import type { DependencyEnds } from '../../inspector/DependencyHead';
import { currentSurroundings } from '../draft-store';
import { putBetween } from '../menu/commands';
import { useKnown } from '../surroundings';
import type { Option, Point } from './composer';
import { askForMiddle } from './drag-of-type';
import { tellWhyNot } from './tell';

/** What fits between the ends of an arrow: components that are there, then types of which one can be created. */
export function middleOptions({ from, to }: DependencyEnds, screen: Point): Option[] {
  const surroundings = currentSurroundings();
  const { environment } = componentName(from);
  const types = useKnown.getState().environments.get(environment)?.types;
  if (!surroundings || !types) return [];
  const fitting = [...types.keys()].filter(
    (type) => betweenRefusal(from, to, componentId(environment, type, 'new'), surroundings) === null,
  );
  const existing = surroundings
    .components(environment)
    .filter(
      (id) => fitting.includes(componentName(id).type) && betweenRefusal(from, to, id, surroundings) === null,
    );
  return [
    ...existing.map((id): Option => {
      const { nickname, type } = componentName(id);
      return { id, label: nickname, hint: type, type, run: () => void putBetween(from, to, id) };
    }),
    ...fitting.map((type) => ({
      id: `new ${type}`,
      label: `New ${type}…`,
      type,
      run: () => void askForMiddle(type, { from, to }, screen).catch(tellWhyNot),
    })),
  ];
}
