import type { ComponentDetail } from '../api/types';
import { Capped } from '../ui/Capped';
import { ComponentLink } from '../ui/ComponentLink';
import { Section } from '../ui/Section';
import { Dependencies } from './Dependencies';
import { FindingItem } from './FindingItem';
import classes from './Inspector.module.css';
import { LineageOfState } from './LineageOfState';
import { MissingNote } from './MissingNote';

/** Why it exists, who made it so, how it stands, and what it hangs together with. */
export function Summary({ detail }: { detail: ComponentDetail }) {
  const { card, findings, parents, heirs, upstream, downstream } = detail;
  const isMissing = card.status === 'missing';
  const relatives = [
    ...parents.map((id) => ({ id, note: 'parent' })),
    ...heirs.map((id) => ({ id, note: 'heir' })),
  ];
  return (
    <>
      {isMissing && <MissingNote card={card} referrers={downstream.length} />}
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
      {relatives.length > 0 && (
        <Section title="Inheritance" count={relatives.length}>
          <ul className={classes.rows}>
            <Capped items={relatives} keyOf={({ id }) => id} first={10}>
              {({ id, note }) => (
                <li>
                  <ComponentLink id={id} note={note} />
                </li>
              )}
            </Capped>
          </ul>
        </Section>
      )}
      <Dependencies title="Depends on" none="It depends on nothing." end="to" dependencies={upstream} />
      <Dependencies title="Used by" none="Nothing depends on it." end="from" dependencies={downstream} />
    </>
  );
}
