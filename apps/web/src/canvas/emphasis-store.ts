import type { ComponentId, ElementId } from '@karma/core';
import { create } from 'zustand';
import type { Emphasis, Role } from './emphasis';
import { NOTHING_QUIET, type Quiet } from './quiet';

/**
 * What is traced now, and what is only drawn when it is. Cards and arrows select their own role from it, so that hovering draws those anew whose role
 * changed and no others.
 */
export const useEmphasis = create<{ emphasis: Emphasis | null; quiet: Quiet }>(() => ({
  emphasis: null,
  quiet: NOTHING_QUIET,
}));

/** What the pointer rests on. No state of the view: thousands of cards are not asked whether it concerns them. */
export const useHovered = create<{ id: ElementId | null }>(() => ({ id: null }));

type Drawn = Role | 'faded' | 'plain';

const roleIn = (emphasis: Emphasis | null, of: 'components' | 'edges', id: string): Drawn =>
  emphasis ? (emphasis[of].get(id) ?? emphasis.rest ?? 'faded') : 'plain';

export const useComponentRole = (id: string) =>
  useEmphasis(({ emphasis }) => roleIn(emphasis, 'components', id));
export const useEdgeRole = (id: string) => useEmphasis(({ emphasis }) => roleIn(emphasis, 'edges', id));
export const useDistance = (id: string) => useEmphasis(({ emphasis }) => emphasis?.distances?.get(id));

/** Whether an arrow is drawn: a quiet one only while it is traced. */
export const useIsDrawn = (id: string) =>
  useEmphasis(({ emphasis, quiet }) => !quiet.hidden.has(id) || emphasis?.edges.has(id) === true);
/** The muted hubs that a component uses. */
export const useBadge = (id: string) => useEmphasis(({ quiet }) => quiet.badges.get(id));
/** How many arrows to a hub are muted. */
export const useMutedCount = (id: ComponentId) =>
  useEmphasis(({ quiet }) => (quiet.mutedHubs.has(id) ? quiet.hubs.get(id) : undefined));
