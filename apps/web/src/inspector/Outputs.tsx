import type { ComponentDetail } from '../api/types';
import { Capped } from '../ui/Capped';
import { Section } from '../ui/Section';
import classes from './KeyValues.module.css';
import { OutputEntry } from './OutputEntry';

/** What it publishes, placement by placement. */
export function Outputs({ detail: { card, placements } }: { detail: ComponentDetail }) {
  return placements
    .filter(({ outputs }) => outputs.length > 0)
    .map(({ placement, name, outputs }) => (
      <Section key={placement} title={name} count={outputs.length}>
        <ul className={classes.list}>
          <Capped items={outputs} keyOf={({ parameter, key }) => `${parameter} ${key}`}>
            {(output) => (
              <li>
                <OutputEntry id={card.id} output={output} />
              </li>
            )}
          </Capped>
        </ul>
      </Section>
    ));
}
