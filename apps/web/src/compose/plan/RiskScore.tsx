import { Progress } from '@mantine/core';
import type { PlanView } from '../../api/types';
import { Section } from '../../ui/Section';
import classes from './Plan.module.css';
import { FACTOR_WORDS } from './words';

/** The score, and what each factor adds to it. */
export function RiskScore({ risk: { score, level, factors } }: Pick<PlanView, 'risk'>) {
  return (
    <Section
      title="Risk"
      aside={
        <span className={classes.score} data-risk={level}>
          {score} of 100, {level}
        </span>
      }
    >
      <ul className={classes.factors}>
        {factors.map(({ name, weight, value, why }) => (
          <li key={name} className={classes.factor} data-none={value === 0 || undefined}>
            <span>{FACTOR_WORDS[name]}</span>
            <span className={classes.points}>
              {points(weight * value)} of {weight}
            </span>
            <Progress className={classes.bar} size={4} value={100 * value} aria-hidden />
            <span className={classes.why}>{why}</span>
          </li>
        ))}
      </ul>
    </Section>
  );
}

const points = (value: number) => String(Math.round(value * 10) / 10);
