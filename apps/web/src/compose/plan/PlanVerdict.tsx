import { IconAlertTriangleFilled, IconCircleCheckFilled, IconCircleXFilled } from '@tabler/icons-react';
import type { PlanView } from '../../api/types';
import { plural } from '../../ui/format';
import classes from './Plan.module.css';

/** The plan in one look: whether anything stands against it, how far it reaches, how risky it is. */
export function PlanVerdict({ plan: { findings, components, impact, risk } }: { plan: PlanView }) {
  const blocking = findings.filter(({ level }) => level === 'blocking').length;
  const warnings = findings.length - blocking;
  const level = blocking > 0 ? 'blocking' : warnings > 0 ? 'warning' : 'clear';
  const Icon = {
    blocking: IconCircleXFilled,
    warning: IconAlertTriangleFilled,
    clear: IconCircleCheckFilled,
  }[level];
  const words = [
    blocking > 0 && `${blocking} blocking`,
    warnings > 0 && plural(warnings, 'warning'),
    findings.length === 0 && 'Nothing stands against it',
  ];
  return (
    <div className={classes.verdict} data-level={level} role="status">
      <Icon size={18} aria-hidden />
      <p className={classes.verdictWords}>{words.filter(Boolean).join(', ')}</p>
      <p className={classes.verdictFacts}>
        {plural(components.length, 'component')} edited · reaches {impact.total} · risk {risk.score} of 100
      </p>
    </div>
  );
}
