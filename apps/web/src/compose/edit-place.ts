import type { ComponentId } from '@karma/core';
import { useEffect } from 'react';
import { create } from 'zustand';

interface EditPlace {
  readonly id: ComponentId;
  /** JSON Pointer of what is to be looked at; empty for the config as a whole. */
  readonly pointer: string;
}

/** The place that the inspector is asked to open, until it is shown. */
const useAsked = create<{ place: EditPlace | null }>(() => ({ place: null }));

export const openEditPlace = (place: EditPlace) => useAsked.setState({ place });

/**
 * Shows the place of a component that was asked for, once.
 * @param show gives whether it could, given a JSON Pointer.
 */
export function useEditPlace(id: ComponentId, show: (pointer: string) => boolean): void {
  const { place } = useAsked();
  useEffect(() => {
    if (place?.id === id && show(place.pointer)) useAsked.setState({ place: null });
  });
}
