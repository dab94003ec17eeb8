import type { ComponentId } from '@karma/core';
import { create } from 'zustand';

/** The menu of a component, and where on the screen it hangs. */
export interface CardMenuAt {
  readonly id: ComponentId;
  readonly x: number;
  readonly y: number;
}

/** `at`: `null` while no menu is open. `isAsked`: whether one ever was. */
export const useCardMenu = create<{ at: CardMenuAt | null; isAsked: boolean }>(() => ({
  at: null,
  isAsked: false,
}));

export const openCardMenu = (at: CardMenuAt) => useCardMenu.setState({ at, isAsked: true });
export const closeCardMenu = () => useCardMenu.setState({ at: null });
