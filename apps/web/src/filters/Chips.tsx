import { print, type Query } from '@karma/query';
import { CloseButton } from '@mantine/core';
import { chipWords } from './chip-words';
import classes from './QueryBox.module.css';

interface ChipsProps {
  readonly terms: readonly Query[];
  /** Takes away the term at a place. */
  readonly onRemove: (index: number) => void;
}

/** The terms of a query, each to be taken away. */
export function Chips({ terms, onRemove }: ChipsProps) {
  return (
    <ul className={classes.chips} aria-label="Terms of the query">
      {terms.map((term, index) => {
        const text = print(term);
        const { label, value } = chipWords(term);
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: the same term may stand twice.
          <li key={`${index} ${text}`} className={classes.chip} title={text}>
            <span className={classes.words} data-code={label === '' || undefined}>
              {label && <span className={classes.label}>{label} </span>}
              {value}
            </span>
            <CloseButton
              size={18}
              iconSize={12}
              aria-label={`Remove ${text}`}
              onMouseDown={(event) => event.stopPropagation()}
              onClick={() => onRemove(index)}
            />
          </li>
        );
      })}
    </ul>
  );
}
