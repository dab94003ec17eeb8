import { draftFiles } from '@karma/editor';
import { useEffect } from 'react';
import { NO_PATCH } from '../../canvas/patch/patch';
import { usePatch } from '../../canvas/patch/patch-store';
import { useDraft } from '../draft-store';
import { usePlan } from '../use-plan';
import { patchOf } from './patch-of';

/** Shows on the canvas what the open draft makes of it. */
export function usePatchOnCanvas(): void {
  const draft = useDraft();
  const { data: plan } = usePlan();
  useEffect(() => {
    const before = usePatch.getState();
    usePatch.setState(draft ? patchOf(draftFiles(draft), plan, before) : NO_PATCH);
  }, [draft, plan]);
  useEffect(() => () => usePatch.setState(NO_PATCH), []);
}
