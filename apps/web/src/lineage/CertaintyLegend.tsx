import { CERTAINTIES } from '@karma/core';
import type { ImpactAnswer } from '../api/types';
import { CertaintyGlyph } from '../ui/CertaintyMark';
import { formatCount } from '../ui/format';
import { CERTAINTY_WORDS } from '../ui/words';
import classes from './Lineage.module.css';

/** How sure the reach is: the number of components for each certainty, and what the words mean. */
export function CertaintyLegend({ byCertainty }: Pick<ImpactAnswer, 'byCertainty'>) {
  return (
    <dl className={classes.legend} aria-label="Certainty">
      {CERTAINTIES.filter((certainty) => byCertainty[certainty] > 0).map((certainty) => (
        <div key={certainty} className={classes.certainty}>
          <dt>
            <CertaintyGlyph certainty={certainty} />
            {CERTAINTY_WORDS[certainty].label}
            <strong>{formatCount(byCertainty[certainty])}</strong>
          </dt>
          <dd>{CERTAINTY_WORDS[certainty].meaning}</dd>
        </div>
      ))}
    </dl>
  );
}
