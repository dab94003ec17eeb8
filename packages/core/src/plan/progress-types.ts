import type { FieldChange } from '../config/field-changes';
import type { ComponentId, PlacementId } from '../ids';
import type { PlannedComponent } from './types';

/** What a proposal does to one component, and how that stood when it was sent: what its progress is measured by. */
export interface ProposedComponent {
  readonly id: ComponentId;
  readonly kind: PlannedComponent['kind'];
  /** Of the effective config. */
  readonly fields: readonly FieldChange[];
  /** Where it was published; of one that is removed, where anything of it stood. */
  readonly placements: readonly ProposedPlacement[];
}

export interface ProposedPlacement {
  readonly placement: PlacementId;
  /** Whether something showed that it was applied there. */
  readonly wasApplied: boolean;
}

/**
 * How far a change has come, by what the sources say. A deletion is *published* when its parameter is removed, and
 * *deployed* when it is destroyed.
 */
export const PROGRESS_STAGES = ['proposed', 'merged', 'published', 'deployed'] as const;
export type ProgressStage = (typeof PROGRESS_STAGES)[number];

/** `unknown`: no evidence, which does not mean no. */
export const STEP_STATES = ['done', 'waiting', 'unknown'] as const;
export type StepState = (typeof STEP_STATES)[number];

export interface PlacementProgress {
  readonly placement: PlacementId;
  readonly published: StepState;
  readonly deployed: StepState;
}

export interface ComponentProgress {
  readonly id: ComponentId;
  readonly kind: PlannedComponent['kind'];
  /** The least that holds everywhere. */
  readonly stage: ProgressStage;
  /** Nothing more is to come: deployed everywhere; or merged, where nothing of it is ever deployed. */
  readonly isDone: boolean;
  readonly placements: readonly PlacementProgress[];
}

/** What can be rolled out together. */
export interface WaveProgress {
  /** Nothing more is to come of it, nor of the waves before it. */
  readonly isDone: boolean;
  /** What the proposal itself changes. */
  readonly components: readonly ComponentProgress[];
  /** What it affects. Stale: an output that it consumes has changed since it was last deployed. */
  readonly affected: readonly { readonly id: ComponentId; readonly isStale: boolean }[];
}

export interface ProposalProgress {
  /** The least of all that is not done; `deployed` once everything is. */
  readonly stage: ProgressStage;
  readonly isDone: boolean;
  readonly waves: readonly WaveProgress[];
}
