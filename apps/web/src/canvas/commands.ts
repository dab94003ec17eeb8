import { create } from 'zustand';

/** What the canvas can be told to do from elsewhere. Before it is mounted, nothing happens. */
interface CanvasCommands {
  readonly fit: () => void;
}

const nothing = () => undefined;

export const useCanvasCommands = create<CanvasCommands>(() => ({ fit: nothing }));
