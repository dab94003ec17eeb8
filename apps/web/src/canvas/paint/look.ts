import type { Picture } from './paint';
import { type Drawn, isTraced, roleOfLine, roleOfSpot } from './roles';
import type { Line, Spot } from './scene';

/** A scene sorted by how its parts are drawn: once for all the frames that show it from other places. */
export interface Look {
  /** Cards of one role and one type; what is traced last. */
  readonly dots: readonly Dots[];
  /** Cards that are not faded, the most important first. */
  readonly named: readonly Spot[];
  /** Arrows by role, what is traced last; what is hidden only where it is traced. */
  readonly lines: ReadonlyMap<Drawn, readonly Line[]>;
}

export interface Dots {
  readonly role: Drawn;
  readonly type: string;
  readonly spots: readonly Spot[];
}

type Shown = Pick<Picture, 'scene' | 'emphasis' | 'quiet'>;

const looks = new WeakMap<Picture['scene'], Shown & { readonly look: Look }>();

export function lookOf({ scene, emphasis, quiet }: Shown): Look {
  const last = looks.get(scene);
  if (last?.emphasis === emphasis && last.quiet === quiet) return last.look;
  const look = sorted({ scene, emphasis, quiet });
  looks.set(scene, { scene, emphasis, quiet, look });
  return look;
}

function sorted({ scene, emphasis, quiet }: Shown): Look {
  const dots = new Map<string, Dots & { readonly spots: Spot[] }>();
  for (const spot of scene.spots) {
    const role = roleOfSpot(emphasis, spot);
    const { type } = spot.card;
    const alike = dots.get(`${role} ${type}`);
    if (alike) alike.spots.push(spot);
    else dots.set(`${role} ${type}`, { role, type, spots: [spot] });
  }
  const lines = new Map<Drawn, Line[]>();
  for (const line of scene.lines) {
    const role = roleOfLine(emphasis, line);
    if (quiet.hidden.has(line.id) && !isTraced(role)) continue;
    const alike = lines.get(role);
    if (alike) alike.push(line);
    else lines.set(role, [line]);
  }
  return {
    dots: [...dots.values()].sort((a, b) => tracedLast(a.role, b.role)),
    named: emphasis ? scene.spots.filter(({ card }) => emphasis.components.has(card.id)) : scene.spots,
    lines: new Map([...lines].sort(([a], [b]) => tracedLast(a, b))),
  };
}

const tracedLast = (a: Drawn, b: Drawn) => Number(isTraced(a)) - Number(isTraced(b));
