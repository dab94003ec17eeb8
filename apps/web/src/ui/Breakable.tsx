import { Fragment } from 'react';

/** A long name that may break after its dots, dashes, slashes and underscores. */
export function Breakable({ text }: { text: string }) {
  return text.split(/(?<=[._/-])/).map((piece, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: a piece is its place in the name.
    <Fragment key={index}>
      {piece}
      <wbr />
    </Fragment>
  ));
}
