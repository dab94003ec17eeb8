import type { ParameterChange } from '@karma/sources';
import { afterEach, expect, it, vi } from 'vitest';
import { followQueue } from './follow-queue';

const abort = new AbortController();
afterEach(() => abort.abort());

const SOURCE = { name: 'parameters:111111111111/eu-west-1', kind: 'parameters' } as const;
const ours: ParameterChange = { account: '111111111111', region: 'eu-west-1' };
const elsewhere: ParameterChange = { account: '999999999999', region: 'eu-west-1' };

it('has the sources asked that events are about, through an outage, and only while this process asks them', async () => {
  const answers: (readonly ParameterChange[] | Error)[] = [[ours, elsewhere], new Error('gone'), [ours]];
  const nudged: string[] = [];
  const errors: unknown[] = [];
  const events: [number, number][] = [];
  const sync = {
    isLeading: false,
    nudge: (concerns: (source: typeof SOURCE) => boolean) => {
      const names = concerns(SOURCE) ? [SOURCE.name] : [];
      nudged.push(...names);
      return names;
    },
  };
  const receive = async (signal: AbortSignal) => {
    const next = answers.shift();
    if (next instanceof Error) throw next;
    if (next) return next;
    return new Promise<never>((_, reject) => signal.addEventListener('abort', () => reject(signal.reason)));
  };
  const following = followQueue({
    queue: { receive },
    sync,
    signal: abort.signal,
    onEvents: (taken, accepted) => events.push([taken, accepted]),
    onError: (error) => errors.push(error),
  });
  await new Promise((resolve) => setTimeout(resolve, 50));
  expect(answers).toHaveLength(3);
  sync.isLeading = true;
  await vi.waitFor(() => expect(nudged).toEqual([SOURCE.name, SOURCE.name]), { timeout: 20_000 });
  expect(errors).toHaveLength(1);
  expect(events).toEqual([
    [2, 1],
    [1, 1],
  ]);
  abort.abort();
  await following;
});
