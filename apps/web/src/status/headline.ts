import type { SourceStatus } from '../api/types';
import { plural } from '../ui/format';

export type Tone = 'good' | 'bad' | 'warn' | 'muted';

export interface Headline {
  readonly tone: Tone;
  readonly text: string;
}

/** How the service is doing, in one sentence. */
export function headlineOf(sources: readonly SourceStatus[]): Headline {
  const failed = sources.filter(({ error }) => error !== null);
  const flawed = sources.filter(({ problems }) => problems.length > 0);
  const waiting = sources.filter(({ lastSyncAt }) => lastSyncAt === null);
  if (failed.length > 0) {
    return { tone: 'bad', text: `${failed.length} of ${plural(sources.length, 'source')} cannot be read` };
  }
  if (waiting.length > 0) return { tone: 'muted', text: 'The first sync is running' };
  if (flawed.length > 0) {
    const files = flawed.reduce((sum, { problems }) => sum + problems.length, 0);
    return { tone: 'warn', text: `In sync, but for ${plural(files, 'file')} that cannot be read` };
  }
  return { tone: 'good', text: `All ${plural(sources.length, 'source')} are in sync` };
}

/** How one source is doing: in a word, and whether that is good. */
export function stateOf({ state, error, problems }: SourceStatus): Headline {
  if (state === 'syncing') return { tone: 'muted', text: 'Syncing' };
  if (error) return { tone: 'bad', text: 'Cannot be read' };
  if (state === 'never') return { tone: 'muted', text: 'Not asked yet' };
  return problems.length > 0 ? { tone: 'warn', text: 'In part' } : { tone: 'good', text: 'In sync' };
}

/** Those in trouble first, then what is read, then the configuration. */
export function inOrder(sources: readonly SourceStatus[]): SourceStatus[] {
  const rank = ({ error, problems, kind }: SourceStatus) =>
    error ? 0 : problems.length > 0 ? 1 : kind === 'configuration' ? 3 : 2;
  return [...sources].sort((a, b) => rank(a) - rank(b));
}
