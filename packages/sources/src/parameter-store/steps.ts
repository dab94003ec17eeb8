import type { Observation, Parameter, PlacementId } from '@karma/core';
import { later, type ParameterFile } from './parameter-file';
import type { Observed, Progress } from './progress';
import type { Tree } from './read-tree';

/** One observation to be, and how far it brings its parameter. */
export interface Step {
  readonly name: string;
  readonly reached: Observed | undefined;
  readonly content: string | null;
  readonly facts: Omit<Observation, 'source' | 'observedAt' | 'changes'>;
  readonly placement: PlacementId;
}

/** What happened since: by date, then name, then version. */
export function news(tree: Tree, progress: Progress, placement: PlacementId, now: string): Step[] {
  const steps: Step[] = [];
  for (const [name, file] of tree.parameters)
    if (file !== undefined) steps.push(...newVersions(name, file, progress.get(name), placement));
  for (const [name, observed] of progress) {
    if (tree.parameters.has(name) || observed.deletedAt !== '') continue;
    const facts = { key: keyOf(placement, name, `deleted-${observed.version}`, observed.life), at: now };
    steps.push({
      name,
      placement,
      content: null,
      reached: { ...observed, deletedAt: now },
      facts: { ...facts, actor: null, message: '' },
    });
  }
  return steps.sort(
    (a, b) =>
      compare(a.facts.at, b.facts.at) ||
      compare(a.name, b.name) ||
      (a.reached?.version ?? 0) - (b.reached?.version ?? 0),
  );
}

function newVersions(
  name: string,
  file: ParameterFile,
  observed: Observed | undefined,
  placement: PlacementId,
): Step[] {
  const newest = file.versions.at(-1);
  const isBack =
    observed !== undefined && (observed.deletedAt !== '' || (newest?.version ?? 0) < observed.version);
  const life = (observed?.life ?? 1) + (isBack ? 1 : 0);
  const fresh = isBack
    ? file.versions.slice(-1)
    : file.versions.filter(({ version }) => version > (observed?.version ?? 0));
  return fresh.map(({ version, date, principal, value }) => {
    const parameter: Parameter = { type: file.type, value };
    const deletedAt = observed?.deletedAt ?? '';
    return {
      name,
      placement,
      content: JSON.stringify(parameter),
      reached: { version, life, deletedAt: '' },
      facts: {
        key: keyOf(placement, name, String(version), life),
        actor: principal,
        at: later(date, deletedAt),
        message: '',
      },
    };
  });
}

function keyOf(placement: PlacementId, name: string, version: string, life: number): string {
  return `ssm:${placement}${name}@${version}${life > 1 ? `~${life}` : ''}`;
}

/** Says that whatever was observed under a cursor that cannot be read no longer counts. */
export function rewind(placement: PlacementId, now: string): Step {
  const facts = { key: `ssm:${placement}@anew-${now}`, actor: null, at: '1970-01-01T00:00:00.000Z' };
  return {
    name: '',
    placement,
    content: null,
    reached: undefined,
    facts: { ...facts, message: '', rewoundTo: '' },
  };
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
