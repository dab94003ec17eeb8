import type { DependencyDetail } from '../api/types';
import { Capped } from '../ui/Capped';
import { Section } from '../ui/Section';
import { DependencyItem } from './DependencyItem';
import classes from './Inspector.module.css';

interface DependenciesProps {
  readonly title: string;
  /** What is said when there are none. */
  readonly none: string;
  /** The end to show; the other is the component itself. */
  readonly end: 'from' | 'to';
  readonly dependencies: readonly DependencyDetail[];
}

/** The dependencies of a component in one direction, each with its evidence. */
export function Dependencies({ title, none, end, dependencies }: DependenciesProps) {
  return (
    <Section title={title} count={dependencies.length}>
      {dependencies.length === 0 && <p className={classes.none}>{none}</p>}
      <ul className={classes.rows}>
        <Capped items={dependencies} keyOf={(dependency) => dependency[end]} first={12}>
          {(dependency) => (
            <li>
              <DependencyItem dependency={dependency} end={end} />
            </li>
          )}
        </Capped>
      </ul>
    </Section>
  );
}
