import type { Observation, Parameter, PlacementId } from '@karma/core';
import type { Observed } from './progress';

/** One observation to be, and how far it brings its parameter. */
export interface Step {
  readonly name: string;
  readonly reached: Observed | undefined;
  /** `null`: it is gone. */
  readonly content: string | null;
  readonly facts: Omit<Observation, 'source' | 'observedAt' | 'changes'>;
}

/** One version of a parameter as it was seen. */
export interface Seen {
  readonly name: string;
  readonly version: number;
  /** ISO 8601. */
  readonly at: string;
  readonly principal: string | null;
  readonly parameter: Parameter;
}

export function versionStep(
  placement: PlacementId,
  { name, version, at, principal, parameter }: Seen,
  reached: Observed,
): Step {
  const key = keyOf(placement, name, String(version), reached.life);
  return {
    name,
    reached,
    content: JSON.stringify(parameter),
    facts: { key, at, actor: principal, message: '' },
  };
}

/** @param now when it was noticed. */
export function deletionStep(placement: PlacementId, name: string, observed: Observed, now: string): Step {
  const key = keyOf(placement, name, `deleted-${observed.version}`, observed.life);
  return {
    name,
    content: null,
    reached: { ...observed, deletedAt: now, missing: [] },
    facts: { key, at: now, actor: null, message: '' },
  };
}

/** Says that whatever was observed under a cursor that cannot be read no longer counts. */
export function rewindStep(placement: PlacementId, now: string): Step {
  const facts = { key: `ssm:${placement}@anew-${now}`, actor: null, at: '1970-01-01T00:00:00.000Z' };
  return { name: '', content: null, reached: undefined, facts: { ...facts, message: '', rewoundTo: '' } };
}

/** By date, then name, then version. */
export function inOrder(steps: readonly Step[]): Step[] {
  return [...steps].sort(
    (a, b) =>
      compare(a.facts.at, b.facts.at) ||
      compare(a.name, b.name) ||
      (a.reached?.version ?? 0) - (b.reached?.version ?? 0),
  );
}

function keyOf(placement: PlacementId, name: string, version: string, life: number): string {
  return `ssm:${placement}${name}@${version}${life > 1 ? `~${life}` : ''}`;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
