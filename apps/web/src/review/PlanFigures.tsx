import { plural } from '../ui/format';
import classes from './Review.module.css';

interface PlanFiguresProps {
  readonly changed: number;
  readonly affected: number;
  readonly blocking: number;
  readonly warnings: number;
  readonly risk: { readonly score: number; readonly level: string };
}

/** A plan in one line. */
export function PlanFigures({ changed, affected, blocking, warnings, risk }: PlanFiguresProps) {
  return (
    <ul className={classes.figures} aria-label="Plan">
      <li>{plural(changed, 'component')} changed</li>
      <li>{affected === 0 ? 'nothing else affected' : `${plural(affected, 'component')} affected`}</li>
      <li data-tone={blocking > 0 ? 'bad' : undefined}>
        {blocking === 0 ? 'nothing blocks' : `${blocking} blocking`}
      </li>
      <li data-tone={warnings > 0 ? 'warn' : undefined}>{plural(warnings, 'warning')}</li>
      <li>
        risk {risk.score} of 100 ({risk.level})
      </li>
    </ul>
  );
}
