import type { RevisionDetail } from '../api/types';
import { Capped } from '../ui/Capped';
import { ComponentLink } from '../ui/ComponentLink';
import { Section } from '../ui/Section';
import { ChangeSign } from './ChangeSign';
import { byKind, cardDifference } from './changes';
import classes from './History.module.css';

export function ChangedComponents({ changes }: { changes: RevisionDetail['components'] }) {
  if (changes.length === 0) return null;
  return (
    <Section title="Components" count={changes.length}>
      <ul className={classes.changes}>
        <Capped items={byKind(changes)} keyOf={({ change }) => (change.after ?? change.before)?.id ?? ''}>
          {({ kind, change }) => {
            const card = change.after ?? change.before;
            return (
              card && (
                <li className={classes.change}>
                  <ChangeSign kind={kind} />
                  <ComponentLink id={card.id} note={cardDifference(change)} />
                </li>
              )
            );
          }}
        </Capped>
      </ul>
    </Section>
  );
}
