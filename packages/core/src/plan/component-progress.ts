import { type Declared, readDeclared } from '../build/declared';
import { isEqual } from '../collections/equal';
import type { ParameterState, PlacementState } from '../component';
import type { FieldChange } from '../config/field-changes';
import { valueAt } from '../config/pointer';
import { componentName, type PlacementId } from '../ids';
import { parameterSchema } from '../parameter';
import type { World } from '../world';
import type { Side } from './planned-components';
import type {
  ComponentProgress,
  PlacementProgress,
  ProgressStage,
  ProposedComponent,
  ProposedPlacement,
  StepState,
} from './progress-types';

/** Whether Git holds the change, or what came after it. */
function isMerged({ kind, fields }: ProposedComponent, now: Declared | null): boolean {
  if (kind === 'removed') return now === null;
  if (kind === 'created') return now !== null;
  return now === null || fields.every((field) => !isAsBefore(field, now));
}

const isAsBefore = ({ pointer, before }: FieldChange, { config }: Declared) =>
  isEqual(valueAt(config, pointer), before);

/** Whether a config parameter holds the change. Where Git has moved on since, what Git holds now counts as well. */
function isPublished(
  { fields }: ProposedComponent,
  now: Declared,
  parameter: ParameterState | null | undefined,
  world: World,
): StepState {
  if (!parameter) return 'waiting';
  const { value } = parameterSchema.parse(JSON.parse(world.content(parameter.hash)));
  if (value === null) return 'unknown';
  const published = parseJson(value);
  const holds = ({ pointer, after }: FieldChange) => {
    const there = valueAt(published, pointer);
    return isEqual(there, after) || isEqual(there, valueAt(now.config, pointer));
  };
  return fields.every(holds) ? 'done' : 'waiting';
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Runtime content keeps the time at which it last changed, and so does the parameter: both are of contents. */
function isDeployed(state: PlacementState | undefined): StepState {
  const { publication = null, deployedAt = null } = state ?? {};
  return publication && deployedAt !== null && deployedAt >= publication.origin.at ? 'done' : 'unknown';
}

function removalIn({ placement, wasApplied }: ProposedPlacement, state: PlacementState | undefined) {
  const { publication = null, runtime = [], evidence = [] } = state ?? {};
  const isApplied =
    runtime.length > 0 || evidence.some((shown) => shown.kind === 'state' && shown.resources > 0);
  const published: StepState = publication ? 'waiting' : 'done';
  const deployed: StepState = isApplied ? 'waiting' : wasApplied ? 'done' : 'unknown';
  return { placement, published, deployed };
}

function stageOf(placements: readonly PlacementProgress[]): ProgressStage {
  if (placements.length === 0 || placements.some(({ published }) => published !== 'done')) return 'merged';
  return placements.every(({ deployed }) => deployed === 'done') ? 'deployed' : 'published';
}

/** Where a change is to arrive: where it was, where it is by now, else wherever its environment is bound. */
function placementsOf({ id, placements }: ProposedComponent, { built }: Side): readonly PlacementId[] {
  const states = built.graph.components.get(id)?.placements ?? [];
  const holding = states.flatMap(({ placement, publication }) => (publication ? [placement] : []));
  const known = new Set([...placements.map(({ placement }) => placement), ...holding]);
  const bound = built.state.environments.get(componentName(id).environment)?.placements ?? [];
  return known.size > 0 ? [...known] : bound.map((placement) => placement.id);
}

/** How far one component of a proposal has come. Contents are compared, never versions. */
export function componentProgress(proposed: ProposedComponent, side: Side): ComponentProgress {
  const { id, kind } = proposed;
  const { built, world } = side;
  const now = readDeclared(world, id);
  const stateIn = (placement: PlacementId) =>
    built.graph.components.get(id)?.placements.find((state) => state.placement === placement);
  const answer = (
    stage: ProgressStage,
    placements: readonly PlacementProgress[],
    isDone = stage === 'deployed',
  ) => ({
    id,
    kind,
    stage,
    isDone,
    placements,
  });

  const isRemoved = kind === 'removed';
  const at = isRemoved ? proposed.placements.map(({ placement }) => placement) : placementsOf(proposed, side);
  if (!isMerged(proposed, now))
    return answer(
      'proposed',
      at.map((placement) => ({ placement, published: 'waiting', deployed: 'waiting' })),
    );
  if (isRemoved) {
    const placements = proposed.placements.map((was) => removalIn(was, stateIn(was.placement)));
    return placements.length > 0 ? answer(stageOf(placements), placements) : answer('merged', [], true);
  }
  // Another change removed it since: nothing of this one is left to follow. What is abstract is never deployed.
  const isAbstract = built.state.environments.get(componentName(id).environment)?.settings.abstract;
  if (now === null || isAbstract) return answer('merged', [], true);
  const placements = at.map((placement): PlacementProgress => {
    const state = stateIn(placement);
    const published = isPublished(proposed, now, state?.publication, world);
    return { placement, published, deployed: published === 'waiting' ? 'waiting' : isDeployed(state) };
  });
  return answer(stageOf(placements), placements);
}
