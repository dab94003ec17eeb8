import type { Certainty } from '@karma/core';
import { VisuallyHidden } from '@mantine/core';
import classes from './marks.module.css';
import { CERTAINTY_WORDS } from './words';

/** Three bars, as many filled as we are sure. */
const FILLED: Readonly<Record<Certainty, number>> = { certain: 3, likely: 2, possible: 1 };

export function CertaintyGlyph({ certainty }: { certainty: Certainty }) {
  return (
    <svg
      className={classes.certainty}
      data-certainty={certainty}
      viewBox="0 0 12 12"
      width={12}
      height={12}
      aria-hidden
    >
      {[0, 1, 2].map((bar) => (
        <rect
          key={bar}
          x={bar * 4}
          y={8 - bar * 3}
          width={3}
          height={4 + bar * 3}
          rx={0.5}
          fill="currentColor"
          opacity={bar < FILLED[certainty] ? 1 : 0.25}
        />
      ))}
    </svg>
  );
}

/** The word for how sure we are, with its shape; what it means on hover. */
export function CertaintyMark({ certainty }: { certainty: Certainty }) {
  const { label, meaning } = CERTAINTY_WORDS[certainty];
  return (
    <span className={classes.mark} title={meaning}>
      <CertaintyGlyph certainty={certainty} />
      {label}
    </span>
  );
}

/** The shape alone, for rows below a legend; the word and its meaning on hover. */
export function CertaintyIcon({ certainty }: { certainty: Certainty }) {
  const { label, meaning } = CERTAINTY_WORDS[certainty];
  return (
    <span className={classes.mark} title={`${label}: ${meaning}`}>
      <CertaintyGlyph certainty={certainty} />
      <VisuallyHidden>{label}</VisuallyHidden>
    </span>
  );
}
