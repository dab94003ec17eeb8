import type { ComponentId } from '@karma/core';
import { draftFiles } from '@karma/editor';
import { useEffect } from 'react';
import { stepsOf, useArrangements } from '../../canvas/arrangement/store';
import { NO_DRAFT } from '../../canvas/patch/patch';
import { usePatch } from '../../canvas/patch/patch-store';
import { useDraft } from '../draft-store';
import { usePlan } from '../use-plan';
import { patchOf } from './patch-of';

/** Shows on the canvas what the open draft makes of it. */
export function usePatchOnCanvas(): void {
  const draft = useDraft();
  const { data: plan, isStale, isError } = usePlan();
  const isComing = isStale && !isError;
  useEffect(() => {
    const before = usePatch.getState();
    const arrangements = useArrangements.getState();
    const { places } = stepsOf(arrangements, arrangements.space).now;
    const hasPlace = (id: ComponentId) => !isComing || places.has(id);
    usePatch.setState(draft ? patchOf(draftFiles(draft), plan, before, hasPlace) : NO_DRAFT);
  }, [draft, plan, isComing]);
  useEffect(() => () => usePatch.setState(NO_DRAFT), []);
}
