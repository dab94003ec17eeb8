import { parseSubject } from '@karma/core';
import type { Source } from '@karma/sources';

/** A source whose conventions do not count, since the configuration gives its own. */
export function withoutConventions(source: Source): Source {
  return {
    ...source,
    async *observe(cursor, signal) {
      for await (const batch of source.observe(cursor, signal)) {
        const observations = batch.observations.map((observation) => ({
          ...observation,
          changes: observation.changes.filter(({ subject }) => parseSubject(subject).kind !== 'conventions'),
        }));
        yield { ...batch, observations };
      }
    },
  };
}
