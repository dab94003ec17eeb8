import { type BuiltGraph, update } from '../build/update';
import type { Edit, World } from '../world';
import { planFindings } from './findings';
import { seedsOf, undeclaredSeeds } from './planned-components';
import { plannedImpact } from './planned-impact';
import { riskOf } from './risk';
import type { Plan } from './types';

export interface PlanInput {
  /** The graph of `world`. */
  readonly built: BuiltGraph;
  readonly world: World;
  /** What the draft changes; an edit to what is there already changes nothing. */
  readonly edits: readonly Edit[];
}

/**
 * What follows when a draft is merged: `diff(build(world), build(world.with(edits)))`, and what it means. Costs what
 * the edits touch and reach.
 */
export function plan({ built, world, edits }: PlanInput): Plan {
  const edited = edits.map(({ subject }) => subject);
  const overlay = world.with(edits);
  const { built: next, changes } = update(built, overlay, edited);
  const before = { built, world };
  const after = { built: next, world: overlay };
  const seeds = [...seedsOf(before, after, edited), ...undeclaredSeeds(changes)];
  const impact = plannedImpact(seeds, before, after);
  const findings = planFindings(seeds, before, after, { changes, impact });
  const components = seeds.map(({ changed: _changed, ...component }) => component);
  return { changes, components, impact, findings, risk: riskOf(components, impact, findings) };
}
