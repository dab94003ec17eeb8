import type { EvidenceDetail } from '../api/types';
import { Prose } from '../ui/Prose';
import { RULE_WORDS } from '../ui/words';
import classes from './EvidenceList.module.css';

/** Every reference behind a dependency: why, where, what matched, and which outputs it reads. */
export function EvidenceList({ evidence }: { evidence: readonly EvidenceDetail[] }) {
  return (
    <ul className={classes.list}>
      {evidence.map((reference) => (
        <li key={`${reference.at} ${reference.rule} ${reference.matched}`} className={classes.reference}>
          <p>
            <Prose text={reference.words} />
          </p>
          <dl className={classes.facts}>
            <dt>{RULE_WORDS[reference.rule]}</dt>
            <dd>
              <code>{reference.matched}</code>
            </dd>
            <dt>Found at</dt>
            <dd>
              <code>{reference.at}</code>
            </dd>
            <dt>Reads</dt>
            <dd>
              <Consumed consumes={reference.consumes} />
            </dd>
            {reference.claim && (
              <>
                <dt>Claimed by</dt>
                <dd>
                  <code>{reference.claim}</code>
                </dd>
              </>
            )}
          </dl>
          {reference.crossesEnvironments && <p className={classes.warning}>Crosses environments.</p>}
        </li>
      ))}
    </ul>
  );
}

function Consumed({ consumes }: Pick<EvidenceDetail, 'consumes'>) {
  if (consumes === 'all') return 'possibly any output';
  if (consumes.length === 0) return 'no output';
  return <code>{consumes.join(', ')}</code>;
}
