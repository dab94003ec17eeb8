import type { ComponentDetail } from '../api/types';
import { Capped } from '../ui/Capped';
import { Section } from '../ui/Section';
import { Dependencies } from './Dependencies';
import { FindingItem } from './FindingItem';
import classes from './Inspector.module.css';
import { LineageOfState } from './LineageOfState';
import { MissingNote } from './MissingNote';

/** Why it exists, who made it so, how it stands, and what it hangs together with. */
export function Summary({ detail }: { detail: ComponentDetail }) {
  const { card, findings, upstream, downstream } = detail;
  const isMissing = card.status === 'missing';
  return (
    <>
      {isMissing && <MissingNote card={card} />}
      {findings.length > 0 && (
        <Section title="Findings" count={findings.length}>
          <ul className={classes.findings}>
            <Capped items={findings} keyOf={(finding) => finding.id} first={10}>
              {(finding) => (
                <li>
                  <FindingItem finding={finding} />
                </li>
              )}
            </Capped>
          </ul>
        </Section>
      )}
      {!isMissing && <LineageOfState detail={detail} />}
      <Dependencies title="Depends on" none="It depends on nothing." end="to" dependencies={upstream} />
      <Dependencies title="Used by" none="Nothing depends on it." end="from" dependencies={downstream} />
    </>
  );
}
