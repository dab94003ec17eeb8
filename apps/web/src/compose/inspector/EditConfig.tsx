import type { ComponentId } from '@karma/core';
import { parseConfig } from '@karma/core';
import { draftText } from '@karma/editor';
import { Button, SegmentedControl } from '@mantine/core';
import { IconBraces, IconTrash } from '@tabler/icons-react';
import { type KeyboardEvent, lazy, Suspense, useState } from 'react';
import { LoadFailed } from '../../ui/LoadFailed';
import { Notice } from '../../ui/Notice';
import { PanelSkeleton } from '../../ui/PanelSkeleton';
import { drafts, useDraft } from '../draft-store';
import classes from './Edit.module.css';
import { useConfig } from './use-config';

const ConfigForm = lazy(() => import('./ConfigForm').then((module) => ({ default: module.ConfigForm })));
const JsonEditor = lazy(() => import('./JsonEditor').then((module) => ({ default: module.JsonEditor })));

const WAYS = [
  { value: 'form', label: 'Form' },
  { value: 'json', label: 'JSON' },
];

/** A component's config in the open draft, as a form and as JSON: two looks at one text. */
export function EditConfig({ id }: { id: ComponentId }) {
  const [way, setWay] = useState('form');
  const { edited, error } = useConfig(id);
  if (error) return <LoadFailed what="The config" error={error} onRetry={() => window.location.reload()} />;
  if (!edited) return <PanelSkeleton />;
  const { text } = edited;
  if (text === null) return <Deleted id={id} />;
  const isJson = parseConfig(text).ok;
  return (
    <section className={classes.edit} aria-label={`Edit ${id}`} onKeyDown={undoInDraft}>
      <div className={classes.ways}>
        <SegmentedControl aria-label="Edit as" size="xs" data={WAYS} value={way} onChange={setWay} />
      </div>
      <Suspense fallback={<PanelSkeleton />}>
        {way === 'json' && <JsonEditor edited={edited} text={text} />}
        {way === 'form' && isJson && <ConfigForm edited={edited} />}
        {way === 'form' && !isJson && (
          <Notice icon={IconBraces} title="The config is not JSON now">
            <p>The form comes back when its text can be read again.</p>
            <Button size="xs" variant="default" onClick={() => setWay('json')}>
              Mend the JSON
            </Button>
          </Notice>
        )}
      </Suspense>
    </section>
  );
}

function Deleted({ id }: { id: ComponentId }) {
  const draft = useDraft();
  const isStaged = draft !== null && draftText(draft, id) === null;
  return (
    <Notice icon={IconTrash} title={isStaged ? 'The draft deletes it' : 'It has no config in Git'}>
      <p>
        {isStaged
          ? 'Undo the step, or go back to the one before it in the list of steps, and it is there again.'
          : 'There is no file to edit: something refers to it, or it was made outside of Git.'}
      </p>
    </Notice>
  );
}

/** In a field, too, undo is that of the draft: it knows what was typed, field by field. */
function undoInDraft(event: KeyboardEvent) {
  const key = event.key.toLowerCase();
  if (!(event.ctrlKey || event.metaKey) || (key !== 'z' && key !== 'y') || event.defaultPrevented) return;
  event.preventDefault();
  event.stopPropagation();
  if (key === 'y' || event.shiftKey) drafts.redo();
  else drafts.undo();
}
