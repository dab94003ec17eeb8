import { draftFiles } from '@karma/editor';
import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconGitMerge } from '@tabler/icons-react';
import { useEffect, useMemo, useState } from 'react';
import { plural } from '../../ui/format';
import { drafts, useDraft } from '../draft-store';
import { useKnown } from '../surroundings';
import { CollisionsDialog } from './CollisionsDialog';
import classes from './Drafts.module.css';
import { moved, settled } from './moved-base';

const NONE: ReadonlySet<string> = new Set();

/**
 * Takes the draft along when Git moves on: by itself, with a note, where nothing collides; else it says so and asks
 * for each place which version counts.
 */
export function MovedBase() {
  const draft = useDraft();
  const texts = useKnown(({ texts: known }) => known);
  const [isAsking, setAsking] = useState(false);
  const onto = useMemo(() => draft && moved(draft, (id) => texts.get(id)), [draft, texts]);
  useEffect(() => {
    if (!onto || onto.collisions.length > 0) return;
    const count = draftFiles(onto.draft).length;
    drafts.change((now) => settled(now, NONE, (id) => useKnown.getState().texts.get(id)));
    notifications.show({
      title: 'The draft moved along with Git',
      message: `Git changed files that it touches, and nothing collides: ${plural(count, 'file')} ${count === 1 ? 'differs' : 'differ'} from Git now.`,
    });
  }, [onto]);
  if (!onto || onto.collisions.length === 0) return null;
  return (
    <div className={classes.moved} role="alert">
      <IconGitMerge size={16} aria-hidden />
      <span>Git changed what this draft changes, too: {plural(onto.collisions.length, 'place')}.</span>
      <Button size="compact-sm" variant="default" onClick={() => setAsking(true)}>
        Choose what counts
      </Button>
      {isAsking && <CollisionsDialog onto={onto} onClose={() => setAsking(false)} />}
    </div>
  );
}
