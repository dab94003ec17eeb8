import type { ComponentId, Mishap } from '@karma/core';
import { Drawer, SegmentedControl } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useTRPC } from '../../api/client';
import { useChangeView, useView } from '../../app/use-view';
import { LEAVE_WHAT_IF, whatIf } from '../../app/view';
import { usePatch } from '../../canvas/patch/patch-store';
import { LoadFailed } from '../../ui/LoadFailed';
import { PanelSkeleton } from '../../ui/PanelSkeleton';
import { reachOf } from '../canvas/patch-of';
import { NotAffected } from '../plan/NotAffected';
import { PlanFindings } from '../plan/PlanFindings';
import { PlannedReach } from '../plan/PlannedReach';
import classes from './CardMenu.module.css';

const MISHAPS: readonly { value: Mishap; label: string }[] = [
  { value: 'fails', label: 'It fails' },
  { value: 'removed', label: 'It is removed' },
];
const MEANINGS: Readonly<Record<Mishap, string>> = {
  fails: 'What it published stays, and nothing answers behind it: whoever uses it does not work.',
  removed: 'It goes with its parameters: whoever reads what it published finds nothing.',
};

/** Who would be hit if a component failed, or were removed: beside the map, and on it. Changes nothing. */
export function WhatIfDialog({ id }: { id: ComponentId }) {
  const { mishap = 'fails' } = useView();
  const change = useChangeView();
  const trpc = useTRPC();
  const query = useQuery(trpc.whatIf.queryOptions({ id, mishap }));
  const answer = query.data;
  const isPhone = useMediaQuery('(max-width: 48em)', false, { getInitialValueInEffect: false });
  useEffect(() => {
    usePatch.setState({ hit: answer ? reachOf([{ id }], answer.impact) : null });
    return () => usePatch.setState({ hit: null });
  }, [id, answer]);
  return (
    <Drawer
      opened
      onClose={() => change(LEAVE_WHAT_IF)}
      title={`What if ${id} …`}
      position={isPhone ? 'bottom' : 'right'}
      size={isPhone ? '55%' : 400}
      withOverlay={false}
      lockScroll={false}
      shadow="md"
      closeButtonProps={{ 'aria-label': 'Close' }}
      classNames={{ title: classes.title, body: classes.answer }}
    >
      <div className={classes.asked}>
        <SegmentedControl
          aria-label="What becomes of it"
          size="xs"
          fullWidth
          data-autofocus
          data={[...MISHAPS]}
          value={mishap}
          onChange={(value) => change(whatIf(id, value), { replace: true })}
        />
        <p className={classes.muted}>{MEANINGS[mishap]}</p>
      </div>
      {query.isPending && <PanelSkeleton />}
      {query.isError && <LoadFailed what="The answer" error={query.error} onRetry={query.refetch} />}
      {answer && (
        <>
          <PlannedReach impact={answer.impact} />
          {answer.findings.length > 0 && <PlanFindings findings={answer.findings} />}
          {answer.impact.notAffectedTotal > 0 && <NotAffected impact={answer.impact} />}
        </>
      )}
    </Drawer>
  );
}
