import type { PlacementId } from '@karma/core';
import { later } from '../parameter-file';
import type { Observed, Progress, Range } from '../progress';
import { deletionStep, inOrder, type Step, versionStep } from '../steps';
import type { Api, Fetched, Listed } from './api';
import type { Secrets } from './secrets';

/** One Parameter Store to look at. */
export interface Place {
  readonly api: Api;
  readonly placement: PlacementId;
  /** Prefixes below which is looked, such as `/iac`. */
  readonly paths: readonly string[];
  readonly secrets: Secrets;
}

/**
 * What happened in a Parameter Store since: by date, then name. Lists all parameters without values, then asks for the
 * values of those that changed, at the very version that was listed.
 *
 * The list lags: it may still show what was overwritten or deleted, and not yet show what is new. An entry counts only
 * when it was written after what was observed, so that an old list never takes anything back; a parameter that is not
 * listed counts as deleted only when it cannot be read either; and since every list is compared as a whole, what it
 * keeps back now is seen by a later one.
 */
export async function news(
  place: Place,
  progress: Progress,
  now: string,
  signal?: AbortSignal,
): Promise<Step[]> {
  const { api, placement, paths, secrets } = place;
  const listed = await api.list(paths, signal);
  const changed = [...listed.values()].filter((one) => isNewer(one, progress.get(one.name)));
  const values = await readValues(place, changed, progress.size === 0, signal);
  const steps = changed.flatMap((one): Step[] => {
    const { name, type, version, principal } = one;
    const value = values.get(exactly(one));
    // Overwritten or deleted since it was listed: the next list tells.
    if (value === undefined && hasValue(one, secrets)) return [];
    const observed = progress.get(name);
    const at = later(one.date, observed?.deletedAt ?? '');
    const parameter = secrets.content(name, type, value?.value ?? '');
    return [versionStep(placement, { name, version, at, principal, parameter }, reach(one, observed))];
  });
  const absent = [...progress].filter(([name, { deletedAt }]) => deletedAt === '' && !listed.has(name));
  const lagging = new Set(
    (
      await api.fetch(
        absent.map(([name]) => name).filter((name) => isBelow(name, paths)),
        false,
        signal,
      )
    ).map(({ name }) => name),
  );
  for (const [name, observed] of absent)
    if (!lagging.has(name)) steps.push(deletionStep(placement, name, observed, now));
  return inOrder(steps);
}

/** When the same millisecond saw two versions, the higher one is newer. */
function isNewer({ date, version }: Listed, observed: Observed | undefined): boolean {
  if (observed === undefined || date > observed.writtenAt) return true;
  return date === observed.writtenAt && version > observed.version;
}

function hasValue({ name, type }: Listed, secrets: Secrets): boolean {
  return type !== 'SecureString' || secrets.decrypts(name);
}

async function readValues(
  { api, paths, secrets }: Place,
  changed: readonly Listed[],
  isFirst: boolean,
  signal: AbortSignal | undefined,
): Promise<Map<string, Fetched>> {
  const wanted = changed.filter((one) => hasValue(one, secrets));
  const values = new Map<string, Fetched>();
  const keep = (fetched: Fetched) => values.set(exactly(fetched), fetched);
  if (isFirst)
    for (const path of paths)
      for await (const fetched of api.readPath(path, signal))
        if (fetched.type !== 'SecureString') keep(fetched);
  for (const decrypt of [false, true]) {
    const names = wanted
      .filter((one) => (one.type === 'SecureString') === decrypt && !values.has(exactly(one)))
      .map(exactly);
    for (const fetched of await api.fetch(names, decrypt, signal)) keep(fetched);
  }
  return values;
}

/** How a certain version of a parameter is asked for. */
function exactly({ name, version }: Pick<Listed, 'name' | 'version'>): string {
  return `${name}:${version}`;
}

/** Versions start anew when a parameter was deleted and made again. */
function reach({ version, date }: Listed, observed: Observed | undefined): Observed {
  const isBack = observed !== undefined && (observed.deletedAt !== '' || version <= observed.version);
  const known = isBack ? undefined : observed;
  const skipped: Range = [(known?.version ?? 0) + 1, version - 1];
  return {
    version,
    life: (observed?.life ?? 1) + (isBack ? 1 : 0),
    deletedAt: '',
    writtenAt: date,
    missing: [...(known?.missing ?? []), ...(skipped[0] <= skipped[1] ? [skipped] : [])],
  };
}

function isBelow(name: string, paths: readonly string[]): boolean {
  return paths.some((path) => name.startsWith(`${path}/`));
}
