import { IconArrowDown, IconArrowUp } from '@tabler/icons-react';
import { Fragment } from 'react';
import type { PathAnswer } from '../api/types';
import { dependencySelection } from '../app/view';
import { ComponentLink } from '../ui/ComponentLink';
import { plural } from '../ui/format';
import { Prose } from '../ui/Prose';
import { ViewLink } from '../ui/ViewLink';
import classes from './Lineage.module.css';

type Path = NonNullable<PathAnswer['path']>;

/** A path from its first component to its last, each step with its evidence in words. */
export function PathSteps({ path: { direction, components, dependencies } }: { path: Path }) {
  const isUpstream = direction === 'upstream';
  const Arrow = isUpstream ? IconArrowDown : IconArrowUp;
  return (
    <div className={classes.body}>
      <p className={classes.total}>
        {plural(dependencies.length, 'step')}:{' '}
        {isUpstream ? 'the first depends on the last' : 'the last depends on the first'}
      </p>
      <ol className={classes.path}>
        {components.map((card, index) => {
          const dependency = dependencies[index];
          return (
            <Fragment key={card.id}>
              <li>
                <ComponentLink id={card.id} status={card.status} />
              </li>
              {dependency && (
                <li>
                  <ViewLink
                    className={classes.step}
                    data-confidence={dependency.confidence}
                    patch={{ sel: dependencySelection(dependency.from, dependency.to) }}
                    title="Show every reference behind this step"
                  >
                    <Arrow size={14} aria-hidden />
                    <span>
                      {isUpstream ? 'depends on' : 'is used by'}:{' '}
                      <Prose text={dependency.evidence[0]?.words ?? ''} />
                    </span>
                  </ViewLink>
                </li>
              )}
            </Fragment>
          );
        })}
      </ol>
    </div>
  );
}
