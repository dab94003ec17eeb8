import { Fragment } from 'react';
import classes from './Prose.module.css';

/** A sentence from the server; what it sets in backticks is code. */
export function Prose({ text }: { text: string }) {
  return text.split('`').map((piece, index) =>
    index % 2 === 1 ? (
      // biome-ignore lint/suspicious/noArrayIndexKey: a piece is its place in the sentence.
      <code key={index} className={classes.code}>
        {piece}
      </code>
    ) : (
      // biome-ignore lint/suspicious/noArrayIndexKey: a piece is its place in the sentence.
      <Fragment key={index}>{piece}</Fragment>
    ),
  );
}
