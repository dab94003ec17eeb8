import { draftFiles } from '@karma/editor';
import { Button } from '@mantine/core';
import { IconCloudOff } from '@tabler/icons-react';
import type { PlanView } from '../../api/types';
import { LoadFailed } from '../../ui/LoadFailed';
import { PanelSkeleton } from '../../ui/PanelSkeleton';
import { useDraft } from '../draft-store';
import { usePlan } from '../use-plan';
import { NotAffected } from './NotAffected';
import { NothingChanged } from './NothingChanged';
import classes from './Plan.module.css';
import { PlanFindings } from './PlanFindings';
import { PlannedChanges } from './PlannedChanges';
import { PlannedReach } from './PlannedReach';
import { PlanVerdict } from './PlanVerdict';
import { RiskScore } from './RiskScore';

/** What follows from the open draft, kept current while it is drawn. */
export function PlanPanel() {
  const draft = useDraft();
  const { data: plan, isStale, error, refetch } = usePlan();
  if (!draft) return <PanelSkeleton />;
  if (draftFiles(draft).length === 0) return <NothingChanged />;
  if (!plan) {
    return error ? <LoadFailed what="The plan" error={error} onRetry={refetch} /> : <PanelSkeleton />;
  }
  return (
    <>
      {error && (
        <div className={classes.stale} role="alert">
          <IconCloudOff size={16} aria-hidden />
          <span>This is an earlier plan: {error.message}</span>
          <Button size="compact-xs" variant="default" onClick={() => void refetch()}>
            Try again
          </Button>
        </div>
      )}
      <div className={classes.plan} aria-busy={isStale} data-stale={isStale || undefined}>
        <PlanParts plan={plan} />
      </div>
    </>
  );
}

function PlanParts({ plan }: { plan: PlanView }) {
  const { components, findings, impact, risk } = plan;
  return (
    <>
      <PlanVerdict plan={plan} />
      {findings.length > 0 && <PlanFindings findings={findings} />}
      <PlannedChanges components={components} />
      <PlannedReach impact={impact} />
      {impact.notAffectedTotal > 0 && <NotAffected impact={impact} />}
      <RiskScore risk={risk} />
    </>
  );
}
