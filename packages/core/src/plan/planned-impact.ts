import { compareText } from '../collections/equal';
import type { Dependency } from '../dependency';
import { dependencyKey } from '../dependency';
import type { ComponentId } from '../ids';
import { topologyOf } from '../traverse/create-topology';
import { CERTAINTIES } from '../traverse/topology';
import { waveNumbers } from '../traverse/waves';
import { type OutputsFrom, outputsFromPlaces } from './changed-outputs';
import type { Seed, Side } from './planned-components';
import { consumersOf, spread } from './spread';
import type { NotAffected, PlannedImpact } from './types';

/**
 * The blast radius of all edits together.
 * @param outputsFrom which outputs of a consumer change with what comes in at a place of its config.
 */
export function plannedImpact(
  seeds: readonly Seed[],
  before: Side,
  after: Side,
  outputsFrom: OutputsFrom = outputsFromPlaces(),
): PlannedImpact {
  const { reached, spared } = spread(seeds, before, after, outputsFrom);
  const affected = [...seeds.map(({ id }) => id), ...reached.keys()];
  const waveOf = wavesAmong(affected, after);
  const byCertainty = { certain: 0, likely: 0, possible: 0 };
  const rings: number[] = [];
  const items = [...reached]
    .map(([id, { distance, rank, via }]) => {
      const certainty = CERTAINTIES[rank] ?? 'possible';
      byCertainty[certainty] += 1;
      rings[distance - 1] = (rings[distance - 1] ?? 0) + 1;
      return { id, distance, certainty, via, wave: waveOf.get(id) ?? null };
    })
    .sort((a, b) => a.distance - b.distance || compareText(a.id, b.id));
  return {
    total: items.length,
    rings,
    byCertainty,
    items,
    waves: grouped(waveOf),
    notAffected: notAffected(spared),
    reachable: reachable(seeds, before, after),
  };
}

/** Wave of each component that is there after the change, from 0. */
function wavesAmong(affected: readonly ComponentId[], { built }: Side): Map<ComponentId, number> {
  const present = affected.filter((id) => built.graph.components.has(id));
  const among = new Set(present);
  const dependencies = present.flatMap((from) =>
    (built.state.nodes.get(from)?.targets ?? []).flatMap((to) =>
      among.has(to) ? (built.graph.dependencies.get(dependencyKey(from, to)) ?? []) : [],
    ),
  );
  const view = topologyOf({ components: present, dependencies });
  const numbers = waveNumbers(
    view,
    Int32Array.from(present, (id) => view.ordinal(id) ?? 0),
  );
  return new Map(present.map((id) => [id, numbers[view.ordinal(id) ?? 0] ?? 0]));
}

function grouped(waveOf: ReadonlyMap<ComponentId, number>): ComponentId[][] {
  const waves: ComponentId[][] = [];
  for (const [id, wave] of waveOf) {
    const members = waves[wave];
    if (members) members.push(id);
    else waves[wave] = [id];
  }
  return waves.map((members) => members.sort(compareText));
}

function notAffected(spared: readonly Dependency[]): NotAffected[] {
  const byConsumer = new Map<ComponentId, NotAffected>();
  for (const dependency of spared) {
    const { from, to } = dependency;
    const reason = reasonOf(dependency);
    byConsumer.set(from, byConsumer.get(from) ?? { id: from, provider: to, reason });
  }
  return [...byConsumer.values()].sort((a, b) => compareText(a.id, b.id));
}

function reasonOf({ to, evidence }: Dependency): string {
  const consumed = evidence.filter(({ rule }) => rule !== 'extends').map(({ consumes }) => consumes);
  if (consumed.length === 0) return `It inherits from ${to}, and overrides what changes.`;
  // Whoever may read anything is spared only where nothing changes.
  if (consumed.includes('all')) return `No output of ${to} changes.`;
  const read = [...new Set(consumed.flat())].sort();
  return `It reads ${read.join(', ') || 'no output'} of ${to}; the change does not reach that.`;
}

/** How many components are downstream of the edits at all. */
function reachable(seeds: readonly Seed[], before: Side, after: Side): number {
  const seen = new Set(seeds.map(({ id }) => id));
  for (const id of seen) for (const from of consumersOf(id, before, after)) seen.add(from);
  return seen.size - seeds.length;
}
