import { contentHash, type Edit, parseSubject, plan, type Subject, update, type World } from '@karma/core';
import type { Present, PresentWorld } from '@karma/ingest';
import type { PlanDocument } from '@karma/render';
import { type ConfigTrees, readConfigTrees } from '@karma/sources';
import type { Configuration } from '../config/load-config';
import type { Karma } from '../root/open-karma';
import { NotFoundError } from '../view/not-found-error';
import { planToDocument } from './plan-document';

export interface ReviewQuestion {
  /** Branch, tag or commit that the change is to be merged into. */
  readonly base: string;
  readonly head: string;
  /** Left out: those that are read from the branch `base`, or all when it is no such branch. */
  readonly environments?: readonly string[] | undefined;
}

export interface Review {
  readonly plan: PlanDocument;
  /** Commits. */
  readonly base: string;
  readonly head: string;
  readonly environments: readonly string[];
}

/**
 * The plan of merging one ref of the config repo into another, with what the store knows of everything else.
 * @throws NotFoundError for an environment that there is not; SourceUnavailableError for a ref.
 */
export async function review(
  karma: Pick<Karma, 'environments' | 'lookForSources'>,
  present: PresentWorld,
  configuration: Configuration,
  question: ReviewQuestion,
): Promise<Review> {
  await karma.lookForSources();
  const { cacheDirectory, config, conventions } = configuration;
  const environments = environmentsOf(karma, config.repository, question);
  const { base, head } = question;
  const trees = await readConfigTrees({
    repository: config.repository,
    cacheDirectory,
    base,
    head,
    environments,
  });
  const names = new Set(environments);
  // Conventions that the configuration gives stand in for those of the repo.
  const concerns: Concerns = (subject) => {
    const parsed = parseSubject(subject);
    const isConfig = parsed.kind === 'declaration' || (parsed.kind === 'conventions' && !conventions);
    return isConfig && names.has(parsed.environment);
  };
  const found = await present.ask((now) => planOf(now, trees, concerns));
  return { plan: found, base: trees.base, head: trees.head, environments };
}

/** Whether the config repo has a say in a subject. */
type Concerns = (subject: Subject) => boolean;

/** Those that are read from the config repo. */
function environmentsOf(
  { environments }: Pick<Karma, 'environments'>,
  repository: string,
  { base, environments: asked }: ReviewQuestion,
) {
  const known = environments().filter(({ config }) => config.repository === repository);
  const names = known.map(({ settings }) => settings.name);
  const unknown = asked?.find((name) => !names.includes(name));
  if (unknown !== undefined)
    throw new NotFoundError(
      `There is no environment ${unknown} in the config repo. There are: ${names.join(', ')}.`,
    );
  if (asked) return asked;
  const branch = base.replace(/^origin\//, '');
  const bound = known.filter(({ config }) => config.branch === branch).map(({ settings }) => settings.name);
  return bound.length > 0 ? bound : names;
}

function planOf(
  { world, built }: Present,
  { atBase, changes }: ConfigTrees,
  concerns: Concerns,
): PlanDocument {
  const edits = changes.filter(({ subject }) => concerns(subject));
  const behind = editsToBase(world, atBase, concerns);
  if (behind.length === 0) return planToDocument(plan({ built, world, edits }), { built });
  const base = world.with(behind);
  const subjects = behind.map(({ subject }) => subject);
  const there = update(built, base, subjects).built;
  return planToDocument(plan({ built: there, world: base, edits }), { built: there });
}

/** What takes the configs from the store's world to those of the base. */
function editsToBase(world: World, atBase: ReadonlyMap<Subject, string>, concerns: Concerns): Edit[] {
  const gone = [...world.subjects()].filter((subject) => concerns(subject) && !atBase.has(subject));
  const other = [...atBase].filter(
    ([subject, content]) => concerns(subject) && world.entry(subject)?.hash !== contentHash(content),
  );
  return [
    ...gone.map((subject) => ({ subject, content: null })),
    ...other.map(([subject, content]) => ({ subject, content })),
  ];
}
