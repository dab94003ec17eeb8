import type { RevisionDetail } from '../api/types';
import { Capped } from '../ui/Capped';
import { Prose } from '../ui/Prose';
import { Section } from '../ui/Section';
import { SeverityIcon } from '../ui/SeverityMark';
import { FINDING_WORDS } from '../ui/words';
import { byKind, type ChangeKind } from './changes';
import classes from './History.module.css';

const WORDS: Readonly<Record<ChangeKind, string>> = { added: 'new', changed: 'changed', removed: 'resolved' };

export function ChangedFindings({ changes }: { changes: RevisionDetail['findings'] }) {
  if (changes.length === 0) return null;
  const items = byKind(changes).flatMap(({ kind, change }) => {
    const finding = change.after ?? change.before;
    return finding ? [{ kind, finding }] : [];
  });
  return (
    <Section title="Findings" count={changes.length}>
      <ul className={classes.findings}>
        <Capped items={items} keyOf={({ finding }) => finding.id}>
          {({ kind, finding }) => (
            <li className={classes.finding}>
              <SeverityIcon severity={finding.severity} />
              <span>
                <strong>{FINDING_WORDS[finding.kind]}</strong>{' '}
                <span className={classes.verdict} data-kind={kind}>
                  {WORDS[kind]}
                </span>
                <span className={classes.reason}>
                  <Prose text={finding.reason} />
                </span>
              </span>
            </li>
          )}
        </Capped>
      </ul>
    </Section>
  );
}
