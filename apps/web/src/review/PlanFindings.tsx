import type { PlanView } from '../api/types';
import { plural } from '../ui/format';
import { Prose } from '../ui/Prose';
import { SeverityIcon } from '../ui/SeverityMark';
import classes from './Review.module.css';

type Finding = PlanView['findings'][number];

/** What speaks against merging: component, reason, way out. Blocking ones are open, warnings are counted. */
export function PlanFindings({ findings }: { findings: readonly Finding[] }) {
  const blocking = findings.filter(({ level }) => level === 'blocking');
  const warnings = findings.filter(({ level }) => level === 'warning');
  return (
    <>
      {blocking.length > 0 && (
        <div className={classes.blocking}>
          <p>
            <strong>{plural(blocking.length, 'finding')} would block a merge.</strong> It can be sent all the
            same, and says so.
          </p>
          <FindingList findings={blocking} />
        </div>
      )}
      {warnings.length > 0 && (
        <details className={classes.warnings}>
          <summary>{plural(warnings.length, 'warning')}</summary>
          <FindingList findings={warnings} />
        </details>
      )}
    </>
  );
}

function FindingList({ findings }: { findings: readonly Finding[] }) {
  return (
    <ul className={classes.findings}>
      {findings.map(({ id, component, level, reason, remedy }) => (
        <li key={id}>
          <SeverityIcon severity={level === 'blocking' ? 'error' : 'warning'} />
          <div>
            {component && <code>{component}</code>}
            <p>
              <Prose text={reason} />
            </p>
            <p className={classes.muted}>
              <Prose text={remedy} />
            </p>
          </div>
        </li>
      ))}
    </ul>
  );
}
