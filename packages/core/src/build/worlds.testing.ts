import type { ComponentType } from '../catalog';
import { compareText } from '../collections/equal';
import { canonicalJson } from '../config/json';
import { createWorld } from '../create-world';
import type { Graph } from '../graph';
import { contentHash } from '../hash';
import type { PlacementId } from '../ids';
import type { Subject } from '../observation';
import { subjects } from '../subjects';
import type { MutableWorld } from '../world';

/** A world to write to by hand: every write is one observation, an hour after the one before. */
export interface TestWorld {
  readonly world: MutableWorld;
  /** @returns the subjects that really changed. */
  write(subject: Subject, content: string | null, actor?: string | null): Subject[];
}

export function testWorld(): TestWorld {
  const contents = new Map<string, string>();
  const world = createWorld((hash) => contents.get(hash));
  let hour = 0;
  return {
    world,
    write(subject, content, actor = 'somebody') {
      hour++;
      const at = new Date(Date.UTC(2026, 0, 1, hour)).toISOString();
      const hash = content === null ? null : contentHash(content);
      if (content !== null && hash !== null) contents.set(hash, content);
      return world.observe({
        source: 'test',
        key: `test:${hour}`,
        actor,
        at,
        message: '',
        observedAt: at,
        changes: [{ subject, hash }],
      });
    },
  };
}

export const ACCOUNT = '111111111111/eu-west-1' as PlacementId;

export function configSubject(id: string): Subject {
  return subjects.declaration(id.split('/')[0] ?? '', `iac/${id}/config.json`);
}

export function parameter(value: unknown, type = 'String'): string {
  return JSON.stringify({
    type,
    value: typeof value === 'string' || value === null ? value : JSON.stringify(value),
  });
}

export function settings(name: string, placements: readonly PlacementId[] = [], more: object = {}): string {
  return JSON.stringify({
    name,
    prefix: '/iac',
    placements: placements.map((placement) => {
      const [account, region] = placement.split('/');
      return { name: `acme-${account?.slice(0, 3)}`, account, region };
    }),
    ...more,
  });
}

export function componentType(name: string, more: Partial<ComponentType> = {}): ComponentType {
  return {
    name,
    description: null,
    keys: [],
    references: [],
    outputs: [],
    outputsKnown: true,
    aliases: [],
    problems: [],
    files: [],
    ...more,
  };
}

/** One text for one graph, whatever the order of its maps. */
export function canonicalGraph({ components, dependencies, findings }: Graph): string {
  const sorted = <V>(map: Iterable<readonly [string, V]>) =>
    [...map].sort(([a], [b]) => compareText(a, b)).map(([key, value]) => `${key} ${canonicalJson(value)}`);
  return [...sorted(components), ...sorted(dependencies), ...sorted(findings)].join('\n');
}
