import { compareText } from '../collections/equal';
import { namesKey, namesType, snakeCase } from '../facts/keys';
import type { Candidate, Claim } from '../facts/types';
import { type ComponentId, componentName } from '../ids';
import type { Context } from './context';

interface Claimant {
  readonly id: ComponentId;
  readonly type: string;
  readonly environment: string;
  readonly claim: Claim;
}

function claimants(context: Context, consumer: ComponentId, value: string): Claimant[] {
  return [...context.state.claims.get(value)].sort(compareText).flatMap((id) => {
    const node = context.state.nodes.get(id);
    if (!node || id === consumer) return [];
    const { type, environment } = componentName(id);
    return node.claims
      .filter((claim) => claim.value === value)
      .map((claim) => ({ id, type, environment, claim }));
  });
}

/** Leaves out who only passes on what another claimant made: an `eks` that publishes `vpc_id` beside the `vpc`. */
function creators(pool: readonly Claimant[], context: Context, environment: string): Claimant[] {
  const { conventions } = context.environment(environment);
  return pool.filter(
    ({ type, claim }) =>
      claim.identifying ||
      namesType(snakeCase(claim.key), type, conventions) ||
      !pool.some((other) => other.type !== type && namesType(snakeCase(claim.key), other.type, conventions)),
  );
}

/**
 * Rule 5: who a value comes from. One claimant an answer; several mean that it cannot be told.
 * In the consumer's environment first; only ARNs and AWS ids are looked for in others.
 */
export function resolveValue(
  context: Context,
  consumer: ComponentId,
  candidate: Candidate,
): readonly Claimant[] {
  const all = claimants(context, consumer, candidate.value);
  if (all.length === 0) return all;
  const { environment } = componentName(consumer);
  const { conventions } = context.environment(environment);
  const near = all.filter((claimant) => claimant.environment === environment);
  const pool = near.length > 0 || candidate.kind !== 'portable' ? near : all;
  const byType = pool.filter(({ type }) => namesType(candidate.key, type, conventions));
  const byKey = pool.filter(({ claim }) => namesKey(candidate.key, snakeCase(claim.key)));
  const isSpecific = candidate.kind !== 'name';
  const chosen = byType.length > 0 ? byType : byKey.length > 0 ? byKey : isSpecific ? pool : [];
  const made = creators(chosen, context, environment);
  return [
    ...new Map(
      (made.length > 0 ? made : chosen).map((claimant) => [claimant.id, claimant] as const),
    ).values(),
  ];
}
