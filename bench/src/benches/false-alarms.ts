import { type Edit, EXTENDS, isObject, parseConfig, parseSubject, plan, type World } from '@karma/core';
import { createExample } from '@karma/examples';
import { type Present, PresentWorld } from '@karma/ingest';
import { loadConfig, openKarma } from '@karma/server';
import type { Bench, Figure } from '../harness/figure';
import { createWorld, temporaryDirectory } from '../harness/worlds';
import { createRandom } from '../organisation/random';

/** So many are planned of each organisation. */
const EDITS = 1000;

/**
 * How many components the plans of small edits name, beside the bar: how many plain reachability would. The difference
 * are false alarms that nobody has to look into.
 */
export const falseAlarms: Bench = {
  name: 'false-alarms',
  async run() {
    const example = await createExample({ directory: temporaryDirectory() });
    const generated = createWorld({ components: 2000, seed: 7 });
    return [
      await count('the example organisation', example.karmaConfig),
      await count('a generated one of 2,000 components', generated.karmaConfig),
    ];
  },
};

async function count(organisation: string, karmaConfig: string): Promise<Figure> {
  const karma = await openKarma(loadConfig(karmaConfig), { past: 'foreground' });
  try {
    await karma.sync();
    const plans = await new PresentWorld(karma.store.log).ask(plansOfEdits);
    const sum = (of: (sizes: Sizes) => number) => plans.reduce((total, sizes) => total + of(sizes), 0);
    const [affected, reachable] = [sum((sizes) => sizes.affected), sum((sizes) => sizes.reachable)];
    return {
      work: `components that ${EDITS.toLocaleString('en')} edits of one value each affect, ${organisation}; bar: plain reachability`,
      measure: 'count',
      value: affected,
      unit: 'components',
      bar: reachable,
      note: `${Math.round(100 * (1 - affected / reachable))} % are left out`,
    };
  } finally {
    await karma.close();
  }
}

interface Sizes {
  readonly affected: number;
  readonly reachable: number;
}

function plansOfEdits({ built, world }: Present): Sizes[] {
  const random = createRandom(1);
  const edits = configsOf(world).filter(({ others }) => others.length > 0);
  return Array.from({ length: EDITS }, () => {
    const { subject, others } = random.pick(edits);
    const edit = { subject, content: JSON.stringify(random.pick(others)) };
    const { impact } = plan({ built, world, edits: [edit] });
    return { affected: impact.total, reachable: impact.reachable };
  });
}

/** Every config with all that one edit of a value can make of it. */
function configsOf(world: World): (Pick<Edit, 'subject'> & { readonly others: readonly unknown[] })[] {
  return [...world.subjects()].flatMap((subject) => {
    const entry = world.entry(subject);
    if (parseSubject(subject).kind !== 'declaration' || !entry) return [];
    const parsed = parseConfig(world.content(entry.hash));
    return parsed.ok ? [{ subject, others: othersOf(parsed.config) }] : [];
  });
}

/** The value with one leaf another, each in turn; lists and what it inherits from stay. */
function othersOf(value: unknown): unknown[] {
  if (typeof value === 'string') return [`${value}-other`];
  if (typeof value === 'number') return [value + 1];
  if (typeof value === 'boolean') return [!value];
  if (!isObject(value)) return [];
  return Object.entries(value).flatMap(([key, item]) =>
    key === EXTENDS ? [] : othersOf(item).map((other) => ({ ...value, [key]: other })),
  );
}
