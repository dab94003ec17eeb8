import type { BuiltGraph } from '../build/update';
import type { Component } from '../component';
import { subjects } from '../subjects';
import { everyOutput } from '../traverse/changed-outputs';
import type { Edit, World } from '../world';
import { plan } from './plan';
import { seedOf } from './planned-components';
import { plannedImpact } from './planned-impact';
import type { Plan } from './types';

/**
 * What may become of a component. It *fails*: what it published stands, but nothing answers behind it, so that nobody
 * who uses it works, whatever they read. It is *removed*, with its parameters: what it published is gone, too.
 */
export const MISHAPS = ['fails', 'removed'] as const;
export type Mishap = (typeof MISHAPS)[number];

interface Present {
  /** The graph of `world`. */
  readonly built: BuiltGraph;
  readonly world: World;
}

/** Who is hit when something becomes of a component, and what stands against it. Nothing is changed. */
export function whatIf(
  present: Present,
  component: Component,
  mishap: Mishap,
): Pick<Plan, 'impact' | 'findings'> {
  if (mishap === 'removed') return plan({ ...present, edits: removalOf(component) });
  const down = everyOutput('certain');
  const impact = plannedImpact([seedOf(component.id, down)], present, present, () => down);
  const notAffected = impact.notAffected.map((spared) => ({
    ...spared,
    reason: `It inherits its config from ${spared.provider}, and uses nothing that it runs.`,
  }));
  return { impact: { ...impact, notAffected }, findings: [] };
}

/** The edits that take a component out of the world altogether: its declaration, its parameters, evidence of deployment. */
function removalOf({ environment, type, nickname, declaration, placements }: Component): Edit[] {
  const parameters = placements.flatMap(({ placement, publication, runtime }) =>
    [...(publication ? [publication] : []), ...runtime].map(({ name }) =>
      subjects.parameter(placement, name),
    ),
  );
  const deployments = placements.flatMap(({ placement, evidence = [] }) =>
    evidence.map(({ kind }) => subjects[kind](placement, type, nickname)),
  );
  const own = declaration ? [subjects.declaration(environment, declaration.path)] : [];
  return [...own, ...parameters, ...deployments].map((subject) => ({ subject, content: null }));
}
