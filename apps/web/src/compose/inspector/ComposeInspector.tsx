import { type ComponentId, componentName } from '@karma/core';
import { draftFiles } from '@karma/editor';
import { SegmentedControl } from '@mantine/core';
import { lazy, Suspense, useState } from 'react';
import { CloseButton } from '../../inspector/CloseButton';
import inspector from '../../inspector/Inspector.module.css';
import { PanelSkeleton } from '../../ui/PanelSkeleton';
import { TypeIcon } from '../../ui/TypeIcon';
import { useDraft } from '../draft-store';
import classes from './ComposeInspector.module.css';
import { EditConfig } from './EditConfig';

const ComponentInspector = lazy(() =>
  import('../../inspector/ComponentInspector').then((module) => ({ default: module.ComponentInspector })),
);

const SIDES = [
  { value: 'draft', label: 'In the draft' },
  { value: 'now', label: 'As it is now' },
];

/** A component while a draft is open: its config to edit, and everything known of it now. */
export function ComposeInspector({ id }: { id: ComponentId }) {
  const [side, setSide] = useState('draft');
  const draft = useDraft();
  if (!draft) return <PanelSkeleton />;
  const file = draftFiles(draft).find((candidate) => candidate.id === id);
  const isNew = file?.before === null;
  const shown = isNew ? 'draft' : side;
  const { environment, type, nickname } = componentName(id);
  return (
    <>
      {!isNew && (
        <SegmentedControl
          className={classes.sides}
          aria-label="Show"
          size="xs"
          fullWidth
          data={SIDES}
          value={shown}
          onChange={setSide}
        />
      )}
      {shown === 'draft' ? (
        <article aria-label={id}>
          <header className={`${inspector.header} ${inspector.title}`}>
            <TypeIcon type={type} size={32} />
            <div className={inspector.names}>
              <h2 className={inspector.nickname}>{nickname}</h2>
              <p className={inspector.kind}>
                {type} · {environment}
                {file && <span className={classes.mark}>{markOf(file)}</span>}
              </p>
            </div>
            <CloseButton />
          </header>
          <EditConfig key={id} id={id} />
        </article>
      ) : (
        <Suspense fallback={<PanelSkeleton />}>
          <ComponentInspector id={id} />
        </Suspense>
      )}
    </>
  );
}

function markOf({ before, after }: { before: string | null; after: string | null }): string {
  if (before === null) return 'new';
  return after === null ? 'deleted' : 'changed';
}
