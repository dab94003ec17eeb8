import type { RevisionSummary } from '../api/types';
import { formatCount } from '../ui/format';
import classes from './ChangeCounts.module.css';

/** `+2 ~1 −3`: components added, changed, removed; nothing for none. */
export function ChangeCounts({ counts }: { counts: RevisionSummary['counts'] }) {
  const parts = [
    { kind: 'added', sign: '+', count: counts.added },
    { kind: 'changed', sign: '~', count: counts.changed },
    { kind: 'removed', sign: '−', count: counts.removed },
  ].filter(({ count }) => count > 0);
  return (
    <span className={classes.counts}>
      {parts.map(({ kind, sign, count }) => (
        <span key={kind} data-kind={kind} title={`${formatCount(count)} ${kind}`}>
          {sign}
          {formatCount(count)}
        </span>
      ))}
    </span>
  );
}
