import type { FieldChange } from '../config/field-changes';
import type { ChangeSet } from '../graph';
import type { ComponentId } from '../ids';
import type { ImpactItem } from '../traverse/results';
import type { Certainty } from '../traverse/topology';
import type { PlanFinding } from './findings';
import type { Risk } from './risk';

/** What a draft does to one component. */
export interface PlannedComponent {
  readonly id: ComponentId;
  /** `inherited`: its own file stays, and the effective config changes through a parent. */
  readonly kind: 'created' | 'changed' | 'removed' | 'inherited';
  /** Path of its file in the config repo. */
  readonly path: string;
  /** Of the effective config, in the order of the config. */
  readonly fields: readonly FieldChange[];
  /** Outputs that change with them, sorted; `'unknown'` where the module does not tell. */
  readonly outputs: readonly string[] | 'unknown';
}

/** A consumer of something affected that a change does not reach, and why. */
export interface NotAffected {
  readonly id: ComponentId;
  /** The affected component that it depends on. */
  readonly provider: ComponentId;
  readonly reason: string;
}

/** The blast radius of all edits together, along the outputs that really change. */
export interface PlannedImpact {
  readonly total: number;
  /** Count by distance, index 0 is distance 1. */
  readonly rings: readonly number[];
  readonly byCertainty: Readonly<Record<Certainty, number>>;
  /** Nearest first, then by id. Distance and `via` are those of the most certain path. */
  readonly items: readonly ImpactItem[];
  /** What is edited and what is affected, in the order of a roll-out; a cycle is one wave. */
  readonly waves: readonly (readonly ComponentId[])[];
  /** Direct consumers of what is edited or affected that provably read something else. Sorted by id. */
  readonly notAffected: readonly NotAffected[];
  /** How many components plain reachability would have named: what is downstream of the edits at all. */
  readonly reachable: number;
}

/** What follows when a draft is merged. */
export interface Plan {
  /** The graph patch. */
  readonly changes: ChangeSet;
  /** Sorted by id. */
  readonly components: readonly PlannedComponent[];
  readonly impact: PlannedImpact;
  /** Blocking ones first. */
  readonly findings: readonly PlanFinding[];
  readonly risk: Risk;
}
