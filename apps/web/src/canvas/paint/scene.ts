import type { ComponentId } from '@karma/core';
import type { Card, Edge } from '../../api/types';
import { dependencySelection } from '../../app/view';
import { type Frame, framesOf } from '../groups';
import { isLarge } from '../near-cards';
import type { LaidOut } from '../use-laid-out';

/** A card and its upper left corner. */
export interface Spot {
  readonly card: Card;
  readonly x: number;
  readonly y: number;
}

/** An arrow between two spots; `id` is its selection. */
export interface Line {
  readonly id: string;
  readonly edge: Edge;
  readonly from: Spot;
  readonly to: Spot;
}

/** The laid-out graph as the painter goes through it; cards and arrows only where React does not draw all of them. */
export interface Scene {
  /** What is worth a name from afar comes first: errors, then what most others are connected to. */
  readonly spots: readonly Spot[];
  readonly lines: readonly Line[];
  readonly frames: readonly Frame[];
}

export function sceneOf(laidOut: Pick<LaidOut, 'graph' | 'places' | 'grouping'>): Scene {
  const { graph, places, grouping } = laidOut;
  const frames = framesOf(graph.components, grouping, places);
  return isLarge(laidOut) ? { ...drawnOf(laidOut), frames } : { spots: [], lines: [], frames };
}

/** Everything that stands somewhere, and the arrows between. */
export function drawnOf({ graph, places }: Pick<LaidOut, 'graph' | 'places'>): Omit<Scene, 'frames'> {
  const spots = new Map<ComponentId, Spot>();
  for (const card of graph.components) {
    const place = places.get(card.id);
    if (place) spots.set(card.id, { card, x: place.x, y: place.y });
  }
  const degrees = new Map<Spot, number>();
  const lines: Line[] = [];
  for (const edge of graph.edges) {
    const from = spots.get(edge.from);
    const to = spots.get(edge.to);
    if (!from || !to) continue;
    lines.push({ id: dependencySelection(edge.from, edge.to), edge, from, to });
    for (const end of [from, to]) degrees.set(end, (degrees.get(end) ?? 0) + 1);
  }
  const rank = (spot: Spot) => (spot.card.findings.error ? 8 : 1) * ((degrees.get(spot) ?? 0) + 1);
  return { spots: [...spots.values()].sort((a, b) => rank(b) - rank(a)), lines };
}
