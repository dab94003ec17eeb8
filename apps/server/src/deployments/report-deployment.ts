import {
  type Component,
  type ComponentId,
  componentName,
  deploymentReportSchema,
  placementId,
} from '@karma/core';
import { fileReport } from '@karma/ingest';
import type { Store } from '@karma/store';
import { z } from 'zod';
import type { Configuration } from '../config/load-config';
import { NotFoundError } from '../view/not-found-error';

/** A deployment as a pipeline tells it. */
export interface ReportedDeployment {
  readonly component: ComponentId;
  /** A placement by its name or as `<account>/<region>`; may be left out where the environment has one. */
  readonly placement?: string | undefined;
  /** Such as a commit or a version. */
  readonly version?: string | undefined;
  /** Of the run of the pipeline, `https:` or `http:`. */
  readonly url?: string | undefined;
  readonly actor?: string | undefined;
  /** ISO 8601; now when left out. */
  readonly at?: string | undefined;
}

/** What the clock of a pipeline may be ahead. */
const CLOCKS_DIFFER_MS = 10 * 60_000;

const fieldsSchema = z.object({
  at: z.iso
    .datetime({ offset: true, error: 'a time such as 2026-03-01T12:00:00Z is expected' })
    .default(() => new Date().toISOString())
    .transform((text) => new Date(text).toISOString())
    .refine((at) => Date.parse(at) < Date.now() + CLOCKS_DIFFER_MS, 'a time that has come is expected'),
  version: deploymentReportSchema.shape.version.default(null),
  url: deploymentReportSchema.shape.url.default(null),
  actor: z.string().min(1).max(200).nullable().default(null),
});

/** It cannot be known where a component was deployed; says which placements there are. */
export class UnknownPlacementError extends Error {
  override readonly name = 'UnknownPlacementError';
  constructor(
    readonly component: ComponentId,
    /** Names of the placements that there are. */
    readonly known: readonly string[],
    reason: string,
  ) {
    super(reason);
  }
}

/** What is reported cannot be taken: names the field, and what is allowed. */
export class UnusableReportError extends Error {
  override readonly name = 'UnusableReportError';
  constructor(
    readonly field: string,
    reason: string,
  ) {
    super(`${field}: ${reason}.`);
  }
}

/**
 * Keeps the report of a deployment for the next sync, of this process or another. One that is no newer than what was
 * reported of the placement before says nothing, and is passed over: a report that is sent twice does no harm.
 * @returns the name of the placement.
 * @throws NotFoundError when there is no such component, UnknownPlacementError when it is not clear where,
 *   UnusableReportError when a field is no time, no URL, or too long.
 */
export async function reportDeployment(
  store: Store,
  configuration: Configuration,
  { component: id, placement: wanted, version, url, actor, at }: ReportedDeployment,
): Promise<string> {
  const component = await (await store.reader()).component(id);
  if (!component) throw new NotFoundError(`There is no component ${id}.`);
  const placement = findPlacement(configuration, component, wanted);
  const parsed = fieldsSchema.safeParse({ at, version, url, actor });
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    throw new UnusableReportError(String(issue?.path[0]), issue?.message ?? '');
  }
  const { actor: who, ...report } = parsed.data;
  const where = placementId(placement.account, placement.region);
  const known = component.placements
    .find((state) => state.placement === where)
    ?.evidence?.find(({ kind }) => kind === 'report');
  if (known && known.origin.at >= report.at) return placement.name;
  await fileReport(store.records, { component: id, placements: [where], actor: who, report });
  return placement.name;
}

function findPlacement({ environments = {} }: Configuration, { id }: Component, wanted: string | undefined) {
  const { environment } = componentName(id);
  const placements = environments[environment]?.placements ?? [];
  const names = placements.map(({ name }) => name);
  const fail = (reason: string) => new UnknownPlacementError(id, names, reason);
  if (placements.length === 0)
    throw fail(`${environment} has no placements. Name them in environments.${environment}.placements.`);
  const fitting = placements.filter(
    ({ name, account, region }) =>
      wanted === undefined || wanted === name || wanted === `${account}/${region}`,
  );
  const [only, other] = fitting;
  if (only && !other) return only;
  if (only) throw fail(`${environment} has several placements: ${names.join(', ')}. Say which.`);
  throw fail(`${environment} has no placement ${wanted}. There are: ${names.join(', ')}.`);
}
