import {
  build,
  contentHash,
  createWorld,
  environmentSettingsSchema,
  type Subject,
  type SubjectChange,
  subjects,
  update as updateGraph,
} from '@karma/core';
import type { Bench } from '../harness/figure';
import { median, timeRuns } from '../harness/measure';
import { ENVIRONMENT, generateOrganisation } from '../organisation/generate';
import { connectToHub, editConfig } from '../organisation/write';

export const update: Bench = {
  name: 'update',
  async run() {
    const { configs } = generateOrganisation({ components: 100_000, seed: 7, configBytes: 1000 });
    const contents = new Map<string, string>();
    const world = createWorld((hash) => contents.get(hash));
    const at = new Date(0).toISOString();
    const observe = (texts: Iterable<readonly [Subject, string]>): Subject[] => {
      const changes = Array.from(texts, ([subject, text]): SubjectChange => {
        const hash = contentHash(text);
        contents.set(hash, text);
        return { subject, hash };
      });
      return world.observe({
        source: 'bench',
        key: 'bench',
        actor: null,
        at,
        message: '',
        observedAt: at,
        changes,
      });
    };
    const settings = environmentSettingsSchema.parse({ name: ENVIRONMENT, placements: [], prefix: '/iac' });
    observe([[subjects.environment(ENVIRONMENT), JSON.stringify(settings)]]);
    observe(Array.from(configs, ([file, text]) => [subjects.declaration(ENVIRONMENT, file), text] as const));
    let built = build(world);
    const files = [...configs];
    const times = await timeRuns(
      100,
      (run) => {
        const [file, text] = files[(run * 7919) % files.length] ?? ['', ''];
        const resized = editConfig(text, 1_000_000 + run);
        // Every second edit also brings a new dependency on the hub.
        const edited = run % 2 === 0 ? resized : connectToHub(resized);
        built = updateGraph(built, world, observe([[subjects.declaration(ENVIRONMENT, file), edited]])).built;
      },
      { warmUp: 10 },
    );
    return [
      {
        work: '`update` after one edit, 100,000 components',
        measure: 'median',
        value: median(times),
        unit: 'ms',
        bar: 20,
      },
    ];
  },
};
