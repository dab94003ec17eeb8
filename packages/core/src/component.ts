import type { ComponentId, PlacementId } from './ids';
import type { Origin } from './observation';

/** Design, section 7. */
export const STATUSES = [
  'declared',
  'published',
  'deployed',
  'runtime-only',
  'orphaned',
  'missing',
  'external',
] as const;
export type Status = (typeof STATUSES)[number];

/** The config in Git. */
export interface Declaration {
  /** Path in the config repo. */
  readonly path: string;
  readonly hash: string;
  readonly origin: Origin;
}

/** A parameter seen in one placement. */
export interface ParameterState {
  readonly name: string;
  readonly hash: string;
  readonly type: 'String' | 'StringList' | 'SecureString';
  readonly origin: Origin;
}

/** What shows, beside outputs, that a component was applied in a placement. */
export type DeploymentEvidence =
  /** A Terraform state, and how many instances of resources it manages. */
  | {
      readonly kind: 'state';
      readonly hash: string;
      readonly origin: Origin;
      readonly serial: number;
      readonly resources: number;
    }
  /** A pipeline said so: of which version, and where to read more. */
  | {
      readonly kind: 'report';
      readonly hash: string;
      readonly origin: Origin;
      readonly version: string | null;
      readonly url: string | null;
    };

/** What one placement holds of a component. */
export interface PlacementState {
  readonly placement: PlacementId;
  readonly status: Status;
  /** The config parameter. */
  readonly publication: ParameterState | null;
  /** Runtime parameters, whole and split, by name. */
  readonly runtime: readonly ParameterState[];
  /** Names of the outputs, sorted. Values are read on demand by hash. */
  readonly outputs: readonly string[];
  /** Left out where there is none. */
  readonly evidence?: readonly DeploymentEvidence[];
  /** When the runtime content, the Terraform state or a report last changed. `null` is unknown, not "no". */
  readonly deployedAt: string | null;
}

/** A node of the graph. Payloads (config text, output values) are read on demand by content hash. */
export interface Component {
  readonly id: ComponentId;
  readonly environment: string;
  readonly type: string;
  readonly nickname: string;
  /** The worst over its placements, by the table in `status.ts`. */
  readonly status: Status;
  readonly declaration: Declaration | null;
  /** What it inherits from, nearest first. */
  readonly parents: readonly ComponentId[];
  readonly placements: readonly PlacementState[];
  /** Nicknames that it also publishes under. */
  readonly aliases: readonly string[];
  readonly owner: string | null;
  readonly tags: Readonly<Record<string, string>>;
  /** True where its environment is only inherited from (`base`). */
  readonly abstract: boolean;
}
