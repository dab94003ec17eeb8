import { create } from 'zustand';

/** How the page hears of changes. */
export type Connection = 'connecting' | 'live' | 'offline';

interface LiveState {
  readonly connection: Connection;
  /** What the last revision touched: the canvas highlights it for a moment. */
  readonly touched: ReadonlySet<string>;
}

export const useLive = create<LiveState>(() => ({ connection: 'connecting', touched: new Set() }));
