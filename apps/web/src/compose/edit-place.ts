import type { ComponentId } from '@karma/core';
import { create } from 'zustand';

interface EditPlace {
  readonly id: ComponentId;
  /** JSON Pointer of what is to be looked at; empty for the config as a whole. */
  readonly pointer: string;
}

/** The place that the inspector is asked to open, until somebody goes elsewhere. */
export const useEditPlace = create<{ place: EditPlace | null }>(() => ({ place: null }));

export const openEditPlace = (place: EditPlace) => useEditPlace.setState({ place });
