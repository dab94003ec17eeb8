import type { DraftFile } from '@karma/editor';
import { configPath } from '@karma/editor';
import { VisuallyHidden } from '@mantine/core';
import { useMemo } from 'react';
import { type DiffRow, diffRows } from './diff-rows';
import classes from './FileDiff.module.css';

const SIGNS: Readonly<Record<DiffRow['kind'], string>> = {
  added: '+',
  removed: '−',
  same: '',
  note: '',
  gap: '',
};
const SPOKEN: Readonly<Record<DiffRow['kind'], string>> = {
  added: 'added',
  removed: 'removed',
  same: 'unchanged',
  note: 'note',
  gap: 'lines left out',
};

interface FileDiffProps {
  readonly file: DraftFile;
  readonly isOpen: boolean;
}

/** One file of the config repo, its changed lines, and how many they are. */
export function FileDiff({ file: { id, before, after }, isOpen }: FileDiffProps) {
  const rows = useMemo(() => diffRows(before, after), [before, after]);
  const count = (kind: DiffRow['kind']) => rows.filter((row) => row.kind === kind).length;
  const path = configPath(id);
  return (
    <details className={classes.file} open={isOpen}>
      <summary className={classes.head}>
        <code>{path}</code>
        {before === null && <span className={classes.word}>new</span>}
        {after === null && <span className={classes.word}>deleted</span>}
        <span className={classes.counts}>
          <span data-kind="added">+{count('added')}</span>{' '}
          <span data-kind="removed">−{count('removed')}</span>
        </span>
      </summary>
      <table className={classes.lines}>
        <caption>
          <VisuallyHidden>Changed lines of {path}</VisuallyHidden>
        </caption>
        <tbody>
          {rows.map(({ kind, before: was, after: is, text }, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a row is its place in the difference.
            <tr key={index} data-kind={kind}>
              <td className={classes.number}>{was}</td>
              <td className={classes.number}>{is}</td>
              <td className={classes.sign}>
                <span aria-hidden>{SIGNS[kind]}</span>
                <VisuallyHidden>{SPOKEN[kind]}</VisuallyHidden>
              </td>
              <td className={classes.text}>{text}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}
