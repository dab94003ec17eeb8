import { create } from 'zustand';

/** What the canvas can be told to do from elsewhere. Before it is mounted, nothing happens. */
interface CanvasCommands {
  readonly fit: () => void;
  /** Lays everything out anew, letting go of the positions held so far. */
  readonly tidy: () => void;
}

const nothing = () => undefined;

export const useCanvasCommands = create<CanvasCommands>(() => ({ fit: nothing, tidy: nothing }));
