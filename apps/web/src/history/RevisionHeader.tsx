import { Button } from '@mantine/core';
import { IconClockPlay } from '@tabler/icons-react';
import type { RevisionDetail } from '../api/types';
import { useChangeView, useView } from '../app/use-view';
import { Actor } from '../ui/Actor';
import { CopyAction } from '../ui/CopyAction';
import { Time } from '../ui/Time';
import { describeRevision } from './describe-revision';
import classes from './History.module.css';

/** Who, when, why; and the graph as of then. */
export function RevisionHeader({ revision }: { revision: RevisionDetail }) {
  const { at } = useView();
  const change = useChangeView();
  const { number, key, source, actor } = revision;
  return (
    <header className={classes.header}>
      <h2 className={classes.title}>{describeRevision(revision)}</h2>
      <p className={classes.meta}>
        <Actor actor={actor} unknown="Unknown" /> · <Time at={revision.at} />
      </p>
      <p className={classes.key}>
        <span>
          Revision {number} · {source} · <code>{key}</code>
        </span>
        <CopyAction value={key} label="Copy revision key" />
      </p>
      {at !== key && (
        <Button
          variant="default"
          size="compact-sm"
          leftSection={<IconClockPlay size={14} aria-hidden />}
          onClick={() => change({ at: key })}
        >
          View the graph as of then
        </Button>
      )}
    </header>
  );
}
