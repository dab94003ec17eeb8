import type { Emphasis, Role } from '../emphasis';
import type { Line, Spot } from './scene';

/** How a card or an arrow is drawn: `faded` while others are traced. */
export type Drawn = Role | 'plain' | 'faded';

export const roleOfLine = (emphasis: Emphasis | null, { id }: Line): Drawn =>
  emphasis ? (emphasis.edges.get(id) ?? emphasis.rest ?? 'faded') : 'plain';

export const roleOfSpot = (emphasis: Emphasis | null, { card }: Spot): Drawn =>
  emphasis ? (emphasis.components.get(card.id) ?? emphasis.rest ?? 'faded') : 'plain';

export const isTraced = (role: Drawn) => role !== 'plain' && role !== 'faded';

const COLOURS: Partial<Record<Drawn, string>> = {
  plain: 'edge',
  faded: 'edge',
  self: 'accent',
  both: 'accent',
  path: 'accent',
};

/** Of its opacity, what is left of what fades. */
export const FADED = 0.25;

/** Whether what is not traced fades. */
export const isRestFaded = (emphasis: Emphasis | null) => emphasis !== null && emphasis.rest === undefined;

/** The name in the palette of a role's colour. */
export const colourOf = (role: Drawn) => COLOURS[role] ?? role;
