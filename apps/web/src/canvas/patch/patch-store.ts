import { create } from 'zustand';
import { NO_PATCH, type Patch } from './patch';

/** What the open draft makes of the graph on screen. Each card and arrow selects its own mark. */
export const usePatch = create<Patch>(() => NO_PATCH);

export const useMark = (id: string) => usePatch(({ marks }) => marks.get(id));
