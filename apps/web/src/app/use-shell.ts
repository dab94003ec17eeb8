import { create } from 'zustand';

type Overlay = 'palette' | 'help' | 'query-help' | 'views' | 'send' | null;

interface ShellState {
  /** What lies over the page; one thing at a time. */
  readonly overlay: Overlay;
  readonly open: (overlay: Exclude<Overlay, null>) => void;
  readonly close: () => void;
}

export const useShell = create<ShellState>((set) => ({
  overlay: null,
  open: (overlay) => set({ overlay }),
  close: () => set({ overlay: null }),
}));
