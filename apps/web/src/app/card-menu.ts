import type { ComponentId } from '@karma/core';
import { create } from 'zustand';

/** The menu of a component, and where on the screen it hangs. */
export interface CardMenuAt {
  readonly id: ComponentId;
  readonly x: number;
  readonly y: number;
}

/** `null` while no menu is open. */
export const useCardMenu = create<{ at: CardMenuAt | null }>(() => ({ at: null }));

export const openCardMenu = (at: CardMenuAt) => useCardMenu.setState({ at });
export const closeCardMenu = () => useCardMenu.setState({ at: null });
