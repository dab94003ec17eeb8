import {
  type Component,
  type ComponentId,
  type Finding,
  type FindingKind,
  lastChange,
  type PlacementId,
  type Severity,
  type Status,
  type TopologyView,
} from '@karma/core';
import type { Leaves } from './leaves';

/** What the language asks of one component, apart from its neighbours and payloads. */
export interface QueryRow {
  readonly id: ComponentId;
  readonly environment: string;
  readonly type: string;
  readonly nickname: string;
  readonly status: Status;
  readonly owner: string | null;
  readonly tags: Readonly<Record<string, string>>;
  readonly abstract: boolean;
  readonly placements: readonly { readonly id: PlacementId; readonly name: string }[];
  readonly findings: readonly { readonly kind: FindingKind; readonly severity: Severity }[];
  /** Milliseconds since 1970 of the last change of its config, parameters or outputs; `null` is unknown. */
  readonly changedAt: number | null;
}

/**
 * One graph, as a query sees it. Components go by the ordinals of the topology. Payloads are read at once: whoever
 * offers them loads those that `payloadsOf` names before.
 */
export interface QueryContext {
  /** Milliseconds since 1970: what ages count from. */
  readonly now: number;
  readonly topology: TopologyView;
  /** `undefined` for an ordinal that is free. */
  row(ordinal: number): QueryRow | undefined;
  /** The paths of leaves, by their numbers. */
  readonly paths: readonly string[];
  /** Effective config. */
  config(ordinal: number): Leaves;
  /** Outputs of all placements; secret ones have no value and are left out. */
  outputs(ordinal: number): Leaves;
}

/** @param placementName what people call a placement. */
export function componentToRow(
  component: Component,
  findings: readonly Pick<Finding, 'kind' | 'severity'>[],
  placementName: (id: PlacementId) => string,
): QueryRow {
  const { id, environment, type, nickname, status, owner, tags, abstract, placements } = component;
  return {
    id,
    environment,
    type,
    nickname,
    status,
    owner,
    tags,
    abstract,
    placements: placements.map(({ placement }) => ({ id: placement, name: placementName(placement) })),
    findings,
    changedAt: lastChange(component),
  };
}
