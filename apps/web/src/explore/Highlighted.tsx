import classes from './Explore.module.css';
import { highlight } from './highlight';

interface HighlightedProps {
  readonly text: string;
  readonly ranges: readonly (readonly [number, number])[];
  readonly start?: number;
  readonly end?: number;
}

/** A part of a text with what matched made bold. */
export function Highlighted({ text, ranges, start = 0, end = text.length }: HighlightedProps) {
  let at = start;
  return highlight(text, ranges, start, end).map((piece) => {
    const key = at;
    at += piece.text.length;
    return piece.isMatch ? (
      <mark key={key} className={classes.match}>
        {piece.text}
      </mark>
    ) : (
      <span key={key}>{piece.text}</span>
    );
  });
}
