import type { DraftFile } from '@karma/editor';
import { FileDiff } from './FileDiff';
import classes from './Review.module.css';

/** Diffs that are open at first; of more, their names are shown. */
const OPEN = 3;

/** What changes in the config files. */
export function ChangedFiles({ files }: { files: readonly DraftFile[] }) {
  return (
    <ul className={classes.list}>
      {files.map((file) => (
        <li key={file.id}>
          <FileDiff file={file} isOpen={files.length <= OPEN} />
        </li>
      ))}
    </ul>
  );
}
