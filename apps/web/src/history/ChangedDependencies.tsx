import { componentName } from '@karma/core';
import type { RevisionDetail } from '../api/types';
import { dependencySelection } from '../app/view';
import { Capped } from '../ui/Capped';
import { Section } from '../ui/Section';
import { ViewLink } from '../ui/ViewLink';
import { ChangeSign } from './ChangeSign';
import { byKind } from './changes';
import classes from './History.module.css';

export function ChangedDependencies({ changes }: { changes: RevisionDetail['dependencies'] }) {
  if (changes.length === 0) return null;
  const items = byKind(changes).flatMap(({ kind, change }) => {
    const edge = change.after ?? change.before;
    return edge ? [{ kind, edge, sel: dependencySelection(edge.from, edge.to) }] : [];
  });
  return (
    <Section title="Dependencies" count={changes.length}>
      <ul className={classes.changes}>
        <Capped items={items} keyOf={({ sel }) => sel}>
          {({ kind, edge, sel }) => (
            <li className={classes.change}>
              <ChangeSign kind={kind} />
              <ViewLink
                className={classes.dependency}
                patch={{ sel }}
                title={`${edge.from} depends on ${edge.to}`}
              >
                {componentName(edge.from).nickname} <span aria-hidden>→</span>{' '}
                {componentName(edge.to).nickname}
              </ViewLink>
            </li>
          )}
        </Capped>
      </ul>
    </Section>
  );
}
