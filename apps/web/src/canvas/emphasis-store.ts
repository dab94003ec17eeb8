import { create } from 'zustand';
import type { Emphasis, Role } from './emphasis';

/**
 * What is traced now. Cards and arrows select their own role from it, so that hovering draws those anew whose role
 * changed and no others.
 */
export const useEmphasis = create<{ emphasis: Emphasis | null }>(() => ({ emphasis: null }));

type Drawn = Role | 'faded' | 'plain';

const roleIn = (roles: ReadonlyMap<string, Role> | undefined, id: string): Drawn =>
  roles ? (roles.get(id) ?? 'faded') : 'plain';

export const useComponentRole = (id: string) =>
  useEmphasis(({ emphasis }) => roleIn(emphasis?.components, id));
export const useEdgeRole = (id: string) => useEmphasis(({ emphasis }) => roleIn(emphasis?.edges, id));
export const useDistance = (id: string) => useEmphasis(({ emphasis }) => emphasis?.distances?.get(id));
