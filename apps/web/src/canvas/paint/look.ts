import type { Emphasis, Role } from '../emphasis';
import type { Picture } from './paint';
import type { Line, Scene, Spot } from './scene';

/** A scene while nothing is traced, sorted by how its parts are drawn: once for all the frames that show it. */
export interface Plain {
  /** Cards by type. */
  readonly dots: ReadonlyMap<string, readonly Spot[]>;
  /** What is not hidden. */
  readonly lines: readonly Line[];
}

/** What of a scene is traced, by role. */
export interface Traced {
  /** The most important ones first. */
  readonly spots: readonly Spot[];
  readonly dots: ReadonlyMap<Role, readonly Spot[]>;
  readonly lines: ReadonlyMap<Role, readonly Line[]>;
}

const plains = new WeakMap<Scene, { readonly quiet: Picture['quiet']; readonly plain: Plain }>();
const traces = new WeakMap<Emphasis, { readonly scene: Scene; readonly traced: Traced }>();
const NOTHING_TRACED: Traced = { spots: [], dots: new Map(), lines: new Map() };

export function plainOf({ scene, quiet }: Pick<Picture, 'scene' | 'quiet'>): Plain {
  const last = plains.get(scene);
  if (last?.quiet === quiet) return last.plain;
  const plain: Plain = {
    dots: sortedBy(scene.spots, ({ card }) => card.type),
    lines: scene.lines.filter(({ id }) => !quiet.hidden.has(id)),
  };
  plains.set(scene, { quiet, plain });
  return plain;
}

export function tracedOf({ scene, emphasis }: Pick<Picture, 'scene' | 'emphasis'>): Traced {
  if (!emphasis) return NOTHING_TRACED;
  const last = traces.get(emphasis);
  if (last?.scene === scene) return last.traced;
  const { components, edges } = emphasis;
  const spots = scene.spots.filter(({ card }) => components.has(card.id));
  const traced: Traced = {
    spots,
    dots: sortedBy(spots, ({ card }) => components.get(card.id)),
    lines: sortedBy(scene.lines, ({ id }) => edges.get(id)),
  };
  traces.set(emphasis, { scene, traced });
  return traced;
}

/** What has no key is left out. */
function sortedBy<K, T>(items: readonly T[], keyOf: (item: T) => K | undefined): Map<K, T[]> {
  const sorted = new Map<K, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    if (key === undefined) continue;
    const alike = sorted.get(key);
    if (alike) alike.push(item);
    else sorted.set(key, [item]);
  }
  return sorted;
}
