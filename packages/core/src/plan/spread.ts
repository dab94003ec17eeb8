import type { ComponentType } from '../catalog';
import type { Dependency, Evidence } from '../dependency';
import { dependencyKey } from '../dependency';
import type { ComponentId } from '../ids';
import { type ChangedOutputs, NO_OUTPUT } from '../traverse/changed-outputs';
import { stepRank } from '../traverse/step-certainty';
import type { OutputsFrom } from './changed-outputs';
import type { Seed, Side } from './planned-components';

/** How a change reaches a component: the shortest of the most certain ways. */
export interface Reached {
  readonly distance: number;
  /** Index into `CERTAINTIES`. */
  readonly rank: number;
  readonly via: ComponentId;
}

export interface Spread {
  /** The edited components are not among them. */
  readonly reached: ReadonlyMap<ComponentId, Reached>;
  /** Dependencies on something changed whose consumer reads something else. */
  readonly spared: readonly Dependency[];
}

/** Places of the consumer's config through which a provider's outputs come in; `null` where its module names it outright. */
function entrance({ at, rule }: Evidence, module: ComponentType | undefined): string | null {
  const hash = at.indexOf('#');
  if (hash >= 0) return at.slice(hash + 1);
  if (rule !== 'module') return null;
  return (
    module?.references.find((reference) => `${reference.at.file}:${reference.at.line}` === at)?.pointer ??
    null
  );
}

interface Step {
  readonly rank: number;
  /** Outputs of the consumer that change with what it reads. */
  readonly outputs: ChangedOutputs;
}

/** One step from a changed provider to its consumer; `null` when what changed is not what it reads. */
function step(
  dependency: Dependency,
  changed: ChangedOutputs,
  module: ComponentType | undefined,
  outputsFrom: OutputsFrom,
): Step | null {
  let rank: number | null = null;
  let outputs = NO_OUTPUT;
  for (const evidence of dependency.evidence) {
    // What an heir inherits is its own change: it is a seed when its effective config differs.
    if (evidence.rule === 'extends') continue;
    const { ambiguous } = dependency;
    const own = stepRank(
      { inferred: evidence.rule === 'value', ambiguous, consumes: evidence.consumes },
      changed,
    );
    if (own === null) continue;
    rank = rank === null ? own : Math.min(rank, own);
    const further = outputsFrom(module, entrance(evidence, module));
    outputs = outputs.with(further.weakened(own));
  }
  return rank === null ? null : { rank, outputs };
}

/**
 * Follows what changes from output to output: a consumer is reached when it reads an output that changes, and passes
 * on only those of its own that come from there; one that is edited itself passes them on beside its own change. The
 * surest and shortest way to each component counts.
 */
export function spread(seeds: readonly Seed[], before: Side, after: Side, outputsFrom: OutputsFrom): Spread {
  const edited = new Set(seeds.map(({ id }) => id));
  const outputs = new Map(seeds.map(({ id, changed }) => [id, changed] as const));
  const reached = new Map<ComponentId, Reached>();
  const spared = new Map<string, Dependency>();
  const queue: ComponentId[] = seeds.map(({ id }) => id);
  const waiting = new Set(queue);
  for (let head = 0; head < queue.length; head++) {
    const provider = queue[head];
    if (provider === undefined) break;
    waiting.delete(provider);
    const changed = outputs.get(provider) ?? NO_OUTPUT;
    const from = reached.get(provider);
    for (const dependency of dependenciesOn(provider, before, after)) {
      const consumer = dependency.from;
      const isEdited = edited.has(consumer);
      const module = after.built.moduleOf(consumer);
      const taken = step(dependency, changed, module, outputsFrom);
      if (taken === null) {
        if (!isEdited) spared.set(dependencyKey(consumer, provider), dependency);
        continue;
      }
      spared.delete(dependencyKey(consumer, provider));
      const way = {
        distance: (from?.distance ?? 0) + 1,
        rank: Math.max(taken.rank, from?.rank ?? 0),
        via: provider,
      };
      const known = reached.get(consumer);
      const isBetter =
        !isEdited &&
        (!known || way.rank < known.rank || (way.rank === known.rank && way.distance < known.distance));
      if (isBetter) reached.set(consumer, way);
      const had = outputs.get(consumer) ?? NO_OUTPUT;
      const has = had.with(taken.outputs.weakened(way.rank));
      if (!isBetter && has.equals(had)) continue;
      outputs.set(consumer, has);
      if (waiting.has(consumer)) continue;
      waiting.add(consumer);
      queue.push(consumer);
    }
  }
  return { reached, spared: [...spared.values()].filter(({ from }) => !reached.has(from)) };
}

/** Who depends on a component after the change, and who no longer does and stays. */
export function consumersOf(id: ComponentId, before: Side, after: Side): readonly ComponentId[] {
  const [then, now] = [before.built.state.inbound, after.built.state.inbound];
  const consumers = [...now.get(id)];
  if (then.map.get(id) === now.map.get(id)) return consumers;
  const known = new Set(consumers);
  const { components } = after.built.graph;
  return [...consumers, ...[...then.get(id)].filter((from) => !known.has(from) && components.has(from))];
}

/** Dependencies on a component after the change, and those that the change takes away from consumers that stay. */
export function dependenciesOn(id: ComponentId, before: Side, after: Side): Dependency[] {
  return consumersOf(id, before, after).flatMap((from) => {
    const key = dependencyKey(from, id);
    return after.built.graph.dependencies.get(key) ?? before.built.graph.dependencies.get(key) ?? [];
  });
}
