import { componentName } from '@karma/core';
import { parseSelection } from '../../app/view';
import { useCanvasCommands } from '../../canvas/commands';
import type { Dragging, Point } from './composer';

/** The dependency whose arrow is at a point of the screen. */
export function edgeAt(point: Point) {
  const selection = parseSelection(useCanvasCommands.getState().thingAt(point));
  return selection?.kind === 'dependency' ? selection : undefined;
}

/** Over an arrow: what is dropped goes in between. */
export function judgeEdge(at: Point): Dragging['verdict'] {
  const edge = edgeAt(at);
  if (!edge) return null;
  const [from, to] = [componentName(edge.from).nickname, componentName(edge.to).nickname];
  return { isFine: true, words: `Drop to put it between ${from} and ${to}` };
}
