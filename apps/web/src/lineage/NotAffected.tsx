import type { ComponentId } from '@karma/core';
import { Code } from '@mantine/core';
import { Capped } from '../ui/Capped';
import { ComponentLink } from '../ui/ComponentLink';
import { formatCount } from '../ui/format';
import classes from './Lineage.module.css';

/** Direct consumers that a change of this output does not reach, and why. */
export function NotAffected({ output, ids }: { output: string; ids: readonly ComponentId[] }) {
  return (
    <section className={classes.ring} aria-label="Not affected">
      <h3 className={classes.ringTitle}>
        Not affected <span className={classes.ringCount}>{formatCount(ids.length)}</span>
      </h3>
      <p className={classes.hint}>
        They use this component, but every reference of theirs reads other outputs than <Code>{output}</Code>.
      </p>
      <ul className={classes.rows}>
        <Capped items={ids} keyOf={(id) => id} first={12}>
          {(id) => (
            <li>
              <ComponentLink id={id} />
            </li>
          )}
        </Capped>
      </ul>
    </section>
  );
}
