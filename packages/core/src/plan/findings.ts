import { utf8ToBytes } from '@noble/hashes/utils.js';
import { readDeclared } from '../build/declared';
import { compareText } from '../collections/equal';
import type { FindingKind } from '../finding';
import type { ChangeSet } from '../graph';
import { type ComponentId, componentName } from '../ids';
import { parameterSchema } from '../parameter';
import type { Seed, Side } from './planned-components';
import { isProduction } from './production';
import { dependenciesOn } from './spread';
import type { PlannedImpact } from './types';

/** What only a plan finds, beside the findings that the graph has after the change and not before. */
export const PLAN_FINDING_KINDS = [
  'removes-provider',
  'value-too-large',
  'touches-production',
  'inferred-consumers',
  'drifted',
  'many-dependents',
] as const;
export type PlanFindingKind = (typeof PLAN_FINDING_KINDS)[number] | FindingKind;

/** Something that stands against merging, or that its author should know. */
export interface PlanFinding {
  /** Stable: `<kind>|<component>|<locus>`. */
  readonly id: string;
  readonly kind: PlanFindingKind;
  readonly level: 'blocking' | 'warning';
  readonly component: ComponentId | null;
  readonly reason: string;
  readonly remedy: string;
}

/** Differences between Git and the world: every draft makes some, and publishing it ends them. */
const DRIFT: ReadonlySet<FindingKind> = new Set([
  'unpublished',
  'undeployed',
  'out-of-band',
  'stale-consumer',
  'orphaned',
]);

/** A cycle that is there may be lived with; nobody should make a new one. */
const ALWAYS_BLOCKING: ReadonlySet<FindingKind> = new Set(['dependency-cycle']);

/** Bytes that Parameter Store takes in one value (design, section 1). */
const STANDARD_BYTES = 4096;
const ADVANCED_BYTES = 8192;

/** From how many direct consumers on a component is a hub worth a warning. */
const MANY_DEPENDENTS = 10;

const NAMED = 5;

function listed(ids: readonly ComponentId[]): string {
  const rest = ids.length - NAMED;
  return ids.slice(0, NAMED).join(', ') + (rest > 0 ? ` and ${rest} more` : '');
}

function finding(
  kind: PlanFindingKind,
  level: PlanFinding['level'],
  component: ComponentId,
  reason: string,
  remedy: string,
): PlanFinding {
  return { id: `${kind}|${component}|`, kind, level, component, reason, remedy };
}

/** What is wrong with a plan, blocking first, then by component. */
export function planFindings(
  seeds: readonly Seed[],
  before: Side,
  after: Side,
  { changes, impact }: { readonly changes: ChangeSet; readonly impact: PlannedImpact },
): PlanFinding[] {
  const found = seeds.flatMap((seed) => [
    ...removesProvider(seed, after),
    ...valueTooLarge(seed, after),
    ...touchesProduction(seed),
    ...manyDependents(seed, before, after),
    ...drifted(seed, before),
  ]);
  const removed = new Set(seeds.filter(({ kind }) => kind === 'removed').map(({ id }) => id));
  return [
    ...found,
    ...inferredConsumers(seeds, impact, before, after),
    ...newFindings(changes, removed),
  ].sort(
    (a, b) =>
      compareText(a.level, b.level) ||
      compareText(a.component ?? '', b.component ?? '') ||
      compareText(a.id, b.id),
  );
}

/** What the graph finds wrong after the change and not before. */
function newFindings(changes: ChangeSet, removed: ReadonlySet<string>): PlanFinding[] {
  return changes.findings.flatMap(({ before, after }): PlanFinding[] => {
    if (before !== null || after === null || after.severity === 'info' || DRIFT.has(after.kind)) return [];
    const { id, kind, component, reason, remedy, severity } = after;
    // Said once of the component that is removed.
    if (kind === 'dangling-reference' && removed.has(id.slice(id.lastIndexOf('|') + 1))) return [];
    const level = severity === 'error' || ALWAYS_BLOCKING.has(kind) ? 'blocking' : 'warning';
    return [{ id, kind, level, component, reason, remedy }];
  });
}

function removesProvider({ id, kind }: Seed, after: Side): PlanFinding[] {
  const consumers = kind === 'removed' ? [...after.built.state.inbound.get(id)].sort(compareText) : [];
  if (consumers.length === 0) return [];
  return [
    finding(
      'removes-provider',
      'blocking',
      id,
      `${consumers.length} ${consumers.length === 1 ? 'component depends' : 'components depend'} on it: ${listed(consumers)}.`,
      'Connect them to something else in the same draft, or keep it.',
    ),
  ];
}

const bytesOf = (text: string) => utf8ToBytes(text).length;

function valueTooLarge({ id }: Seed, { world, built }: Side): PlanFinding[] {
  const declared = readDeclared(world, id);
  if (!declared?.config || built.graph.components.get(id)?.abstract) return [];
  const bytes = bytesOf(JSON.stringify(declared.config));
  if (bytes <= STANDARD_BYTES) return [];
  const published = (built.graph.components.get(id)?.placements ?? []).flatMap(
    ({ publication }) => publication ?? [],
  );
  const isAdvanced = published.every(({ hash }) => {
    const { value } = parameterSchema.parse(JSON.parse(world.content(hash)));
    return value !== null && bytesOf(value) > STANDARD_BYTES;
  });
  if (bytes <= ADVANCED_BYTES && published.length > 0 && isAdvanced) return [];
  return [
    finding(
      'value-too-large',
      'blocking',
      id,
      bytes > ADVANCED_BYTES
        ? `Its config has ${bytes} bytes; Parameter Store takes at most ${ADVANCED_BYTES}.`
        : `Its config has ${bytes} bytes; a standard parameter takes ${STANDARD_BYTES}.`,
      bytes > ADVANCED_BYTES
        ? 'Move large values to where they are used, and refer to them.'
        : 'Make it shorter, or turn its parameter into an advanced one first.',
    ),
  ];
}

function touchesProduction({ id, kind }: Seed): PlanFinding[] {
  const { environment } = componentName(id);
  if (!isProduction(environment)) return [];
  return [
    finding(
      'touches-production',
      'warning',
      id,
      kind === 'inherited'
        ? `It is in ${environment} and changes through what it inherits.`
        : `It is in ${environment}.`,
      'Have somebody who runs it look at the plan.',
    ),
  ];
}

function manyDependents({ id, changed }: Seed, before: Side, after: Side): PlanFinding[] {
  const consumers = dependenciesOn(id, before, after);
  if (consumers.length < MANY_DEPENDENTS || changed.reach('all') === null) return [];
  return [
    finding(
      'many-dependents',
      'warning',
      id,
      `${consumers.length} components depend on it directly.`,
      'Roll it out by waves, and watch the first before the next.',
    ),
  ];
}

function drifted({ id }: Seed, { built }: Side): PlanFinding[] {
  const drift = (built.state.nodes.get(id)?.findings ?? []).flatMap((key) => {
    const known = built.graph.findings.get(key);
    return known && DRIFT.has(known.kind) && known.severity !== 'info' ? [known] : [];
  });
  const [first] = drift;
  if (!first) return [];
  return [
    finding(
      'drifted',
      'warning',
      id,
      `It has drifted already: ${first.reason}`,
      'Settle that first, or the merge brings both changes at once.',
    ),
  ];
}

/** Consumers that only a value ties to what is edited: people who know them should say whether that holds. */
function inferredConsumers(
  seeds: readonly Seed[],
  { items }: PlannedImpact,
  before: Side,
  after: Side,
): PlanFinding[] {
  const affected = new Set(items.map(({ id }) => id));
  return seeds.flatMap(({ id }) => {
    const inferred = dependenciesOn(id, before, after)
      .filter(({ from, confidence }) => confidence === 'inferred' && affected.has(from))
      .map(({ from }) => from)
      .sort(compareText);
    if (inferred.length === 0) return [];
    return [
      finding(
        'inferred-consumers',
        'warning',
        id,
        `Only values tie ${listed(inferred)} to it.`,
        'Look at the evidence, and confirm or reject it in karma.conventions.json.',
      ),
    ];
  });
}
