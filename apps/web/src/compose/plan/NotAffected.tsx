import type { PlanView } from '../../api/types';
import { Capped } from '../../ui/Capped';
import { ComponentLink } from '../../ui/ComponentLink';
import { Prose } from '../../ui/Prose';
import { Section } from '../../ui/Section';
import classes from './Plan.module.css';

/** Direct consumers that the draft does not reach, each with the reason. */
export function NotAffected({ impact: { notAffected, notAffectedTotal } }: Pick<PlanView, 'impact'>) {
  return (
    <Section title="Not affected" count={notAffectedTotal}>
      <ul className={classes.spared}>
        <Capped items={notAffected} keyOf={({ id, provider }) => `${id} ${provider}`} first={6}>
          {({ id, reason }) => (
            <li>
              <ComponentLink id={id} />
              <p className={classes.reason}>
                <Prose text={reason} />
              </p>
            </li>
          )}
        </Capped>
      </ul>
    </Section>
  );
}
