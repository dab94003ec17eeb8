import type { ElementId, VisibleGroup } from '@karma/core';
import type { Position } from '@karma/layout';
import type { Card, Edge } from '../../api/types';
import { dependencySelection } from '../../app/view';
import { type Frame, framesOf } from '../frames';
import { isLarge } from '../near-cards';
import { tellApart } from '../tell-apart';
import type { LaidOut } from '../use-laid-out';

/** A card and its upper left corner. */
export interface Spot {
  readonly card: Card;
  readonly x: number;
  readonly y: number;
  readonly isPinned: boolean;
  /** What tells it from others of its nickname. */
  readonly apart: string | undefined;
}

/** A shut group and the upper left corner of its card. */
export interface GroupSpot {
  readonly group: VisibleGroup<Card>;
  readonly x: number;
  readonly y: number;
  readonly isPinned: boolean;
}

/** An arrow between two cards, by their upper left corners; `id` is its selection. */
export interface Line {
  readonly id: string;
  readonly edge: Pick<Edge, 'confidence' | 'ambiguous'>;
  readonly from: Position;
  readonly to: Position;
}

/** A bundle, and how many dependencies it holds. */
export interface BundleLine extends Line {
  readonly count: number;
}

/** The laid-out graph as the painter goes through it; cards and arrows only where React does not draw all of them. */
export interface Scene {
  /** What is worth a name from afar comes first: errors, then what most others are connected to. */
  readonly spots: readonly Spot[];
  readonly lines: readonly Line[];
  readonly groups: readonly GroupSpot[];
  readonly bundles: readonly BundleLine[];
  readonly frames: readonly Frame[];
}

type Standing = Pick<LaidOut, 'visible' | 'places' | 'pins'>;

export function sceneOf(laidOut: Standing): Scene {
  const frames = framesOf(laidOut.visible, laidOut.places);
  if (isLarge(laidOut)) return { ...drawnOf(laidOut), frames };
  return { spots: [], lines: [], groups: [], bundles: [], frames };
}

/** Everything that stands somewhere, and the arrows between. */
export function drawnOf({ visible, places, pins }: Standing): Omit<Scene, 'frames'> {
  const degrees = new Map<ElementId, number>();
  const lineOf = (from: ElementId, to: ElementId, edge: Line['edge']): Line[] => {
    const start = places.get(from);
    const end = places.get(to);
    if (!start || !end) return [];
    for (const id of [from, to]) degrees.set(id, (degrees.get(id) ?? 0) + 1);
    return [{ id: dependencySelection(from, to), edge, from: start, to: end }];
  };
  const lines = visible.dependencies.flatMap((edge) => lineOf(edge.from, edge.to, edge));
  const bundles = visible.bundles.flatMap(({ from, to, dependencies }) =>
    lineOf(from, to, commonLine(dependencies)).map((line) => ({ ...line, count: dependencies.length })),
  );
  const apart = tellApart(visible.components);
  const ranks = new Map<Card, number>();
  const spots = visible.components.flatMap((card) => {
    const place = places.get(card.id);
    if (!place) return [];
    ranks.set(card, (card.findings.error ? 8 : 1) * ((degrees.get(card.id) ?? 0) + 1));
    return { card, x: place.x, y: place.y, isPinned: pins.has(card.id), apart: apart.get(card.id) };
  });
  const groups = visible.groups.flatMap((group) => {
    const place = group.isOpen ? undefined : places.get(group.id);
    return place ? { group, x: place.x, y: place.y, isPinned: pins.has(group.id) } : [];
  });
  const rank = ({ card }: Spot) => ranks.get(card) ?? 0;
  return { spots: spots.sort((a, b) => rank(b) - rank(a)), lines, groups, bundles };
}

/** How a bundle is drawn: as its surest dependency. */
export function commonLine(dependencies: readonly Line['edge'][]): Line['edge'] {
  return {
    confidence: dependencies.some(({ confidence }) => confidence === 'declared') ? 'declared' : 'inferred',
    ambiguous: dependencies.every(({ ambiguous }) => ambiguous),
  };
}
