import { type ComponentId, componentName } from '@karma/core';
import { betweenRefusal } from '@karma/editor';
import { parseSelection } from '../../app/view';
import { useCanvasCommands } from '../../canvas/commands';
import { currentSurroundings } from '../draft-store';
import { putBetween } from '../menu/commands';
import { loadSurroundings } from '../surroundings';
import { type Point, useComposer, type Verdict } from './composer';

/** The dependency whose arrow is at a point of the screen. */
export function edgeAt(point: Point) {
  const selection = parseSelection(useCanvasCommands.getState().thingAt(point));
  return selection?.kind === 'dependency' ? selection : undefined;
}

/**
 * What is said over an arrow of what would go in between; `null` where there is no arrow. Until the configs of the
 * arrow's ends are read, their types alone count.
 * @param middleIn what is carried, as a component of the environment of the arrow.
 */
export function judgeBetween(at: Point, middleIn: (environment: string) => ComponentId): Verdict | null {
  const edge = edgeAt(at);
  const surroundings = currentSurroundings();
  if (!edge || !surroundings) return null;
  const { environment, nickname: consumer } = componentName(edge.from);
  const middle = middleIn(environment);
  // Read ahead: whoever drops it here is told of what cannot be read.
  void loadSurroundings([edge.from, edge.to, middle]).catch(() => undefined);
  const problem = betweenRefusal(edge.from, edge.to, middle, surroundings);
  return problem === null
    ? { isFine: true, words: `Drop to put it between ${consumer} and ${componentName(edge.to).nickname}` }
    : { isFine: false, words: problem };
}

/** The arrow of another component at a point. */
function otherEdgeAt(id: ComponentId, at: Point) {
  const edge = edgeAt(at);
  return edge && edge.from !== id && edge.to !== id ? edge : undefined;
}

/** A card that is moved over the canvas: over an arrow it says whether it goes in between. */
export function carryCard(id: ComponentId, at: Point): void {
  const { nickname, type } = componentName(id);
  const judge = () => judgeBetween(at, () => id);
  const isOver = otherEdgeAt(id, at) !== undefined;
  useComposer.setState({ dragging: isOver ? { label: nickname, type, from: null, at, judge } : null });
}

/** A card that is let go: on an arrow where it fits, it goes in between; anywhere else it was only moved. */
export function dropCard(id: ComponentId, at: Point): void {
  const edge = otherEdgeAt(id, at);
  const verdict = edge && judgeBetween(at, () => id);
  if (edge && verdict?.isFine) void putBetween(edge.from, edge.to, id);
  useComposer.setState({ dragging: null });
}
