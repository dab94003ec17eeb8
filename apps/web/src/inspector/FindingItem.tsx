import type { FindingDetail } from '../api/types';
import { Prose } from '../ui/Prose';
import { SeverityIcon } from '../ui/SeverityMark';
import { Time } from '../ui/Time';
import { FINDING_WORDS } from '../ui/words';
import { Comparisons } from './Comparisons';
import classes from './FindingItem.module.css';

/** One finding: how grave, what, why, the way out, and the two sides where two things differ. */
export function FindingItem({ finding }: { finding: FindingDetail }) {
  const { kind, severity, reason, remedy, at, since, placement, comparisons } = finding;
  return (
    <article className={classes.finding} data-severity={severity}>
      <h4 className={classes.title}>
        <SeverityIcon severity={severity} />
        {FINDING_WORDS[kind]}
        {since && (
          <span className={classes.since}>
            since <Time at={since} />
          </span>
        )}
      </h4>
      <p>
        <Prose text={reason} />
      </p>
      <p className={classes.remedy}>
        <Prose text={remedy} />
      </p>
      {comparisons.length > 0 && <Comparisons comparisons={comparisons} />}
      {(at ?? placement) && <p className={classes.place}>{[placement, at].filter(Boolean).join(' · ')}</p>}
    </article>
  );
}
