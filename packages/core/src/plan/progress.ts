import type { ComponentId } from '../ids';
import { componentProgress } from './component-progress';
import type { Side } from './planned-components';
import {
  type ComponentProgress,
  PROGRESS_STAGES,
  type ProposalProgress,
  type ProposedComponent,
  type ProposedPlacement,
  type WaveProgress,
} from './progress-types';
import type { PlannedComponent } from './types';

export interface ProgressInput extends Side {
  readonly components: readonly ProposedComponent[];
  /** What is edited and what is affected, in the order of a roll-out, as in the plan. */
  readonly waves: readonly (readonly ComponentId[])[];
}

/**
 * How far a proposal has come, by what the sources say now: merged → published → deployed, or for a deletion merged →
 * parameter removed → destroyed, for each component, placement and wave.
 */
export function progressOf({ components, waves, ...now }: ProgressInput): ProposalProgress {
  const proposed = new Map(components.map((component) => [component.id, component]));
  const rolledOut = new Set(waves.flat());
  const others = components.flatMap(({ id }) => (rolledOut.has(id) ? [] : [id]));
  let isDoneBefore = true;
  const found = [...(others.length > 0 ? [others] : []), ...waves].map((wave): WaveProgress => {
    const own = wave.flatMap((id) => {
      const component = proposed.get(id);
      return component ? [componentProgress(component, now)] : [];
    });
    const affected = wave.flatMap((id) => (proposed.has(id) ? [] : [{ id, isStale: isStale(id, now) }]));
    isDoneBefore &&= own.every((component) => component.isDone) && !affected.some((each) => each.isStale);
    return { isDone: isDoneBefore, components: own, affected };
  });
  const all = found.flatMap((wave) => wave.components);
  return { stage: leastOf(all), isDone: found.every(({ isDone }) => isDone), waves: found };
}

function leastOf(components: readonly ComponentProgress[]): ProposalProgress['stage'] {
  const open = components.filter(({ isDone }) => !isDone);
  return PROGRESS_STAGES.find((stage) => open.some((component) => component.stage === stage)) ?? 'deployed';
}

function isStale(id: ComponentId, { built }: Side): boolean {
  const ids = built.state.nodes.get(id)?.findings ?? [];
  return ids.some((finding) => built.graph.findings.get(finding)?.kind === 'stale-consumer');
}

/** Where a component stands before a proposal is sent, for its progress later. */
export function placementsBefore(
  { id, kind }: Pick<PlannedComponent, 'id' | 'kind'>,
  { built }: Pick<Side, 'built'>,
): ProposedPlacement[] {
  return (built.graph.components.get(id)?.placements ?? []).flatMap(
    ({ placement, publication, deployedAt }) =>
      publication || kind === 'removed' ? [{ placement, wasApplied: deployedAt !== null }] : [],
  );
}
