import { canRedo, canUndo, type Draft } from '@karma/editor';
import { useEffect, useState } from 'react';
import { type Composing, useComposing } from '../app/composing';
import { useEnvironment, useOverview } from '../app/queries';
import { LoadFailed } from '../ui/LoadFailed';
import { ComposeBar } from './ComposeBar';
import { carryCard, dropCard } from './canvas/between';
import { ChoiceList } from './canvas/ChoiceList';
import { CreateForm } from './canvas/CreateForm';
import { DragPreview } from './canvas/DragPreview';
import { usePatchOnCanvas } from './canvas/use-patch-on-canvas';
import { drafts, useDraft, useDrafts } from './draft-store';
import { AbsentDraft } from './drafts/AbsentDraft';
import { MovedBase } from './drafts/MovedBase';
import { removeSelected } from './menu/commands';
import { focusPorts } from './ports/focus-ports';
import { loadEnvironments, loadParents, reloadSurroundings } from './surroundings';

/** The same object through every step, so that the page around is not drawn anew by each. */
const COMPOSING: Composing = {
  canUndo: () => isOpenDraft(canUndo),
  canRedo: () => isOpenDraft(canRedo),
  undo: drafts.undo,
  redo: drafts.redo,
  remove: (sel) => void removeSelected(sel),
  connect: focusPorts,
  carryCard,
  dropCard,
};

function isOpenDraft(what: (draft: Draft) => boolean): boolean {
  const { draft } = useDrafts.getState();
  return draft !== null && what(draft);
}

/** Everything that is there while a draft is open: the bar above the canvas, what hangs over it, the patch on it. */
export function ComposeMode({ id }: { id: string }) {
  const failure = useOpenDraft(id);
  const draft = useDraft();
  const isAbsent = useDrafts(({ absent }) => absent === id);
  usePatchOnCanvas();
  const isOpen = draft !== null;
  useEffect(() => {
    useComposing.setState({ composing: isOpen ? COMPOSING : null });
  }, [isOpen]);
  useEffect(() => () => useComposing.setState({ composing: null }), []);

  if (failure) return <LoadFailed what="the draft" error={failure} onRetry={() => void drafts.open(id)} />;
  return (
    <>
      <ComposeBar />
      <MovedBase />
      <ChoiceList />
      <CreateForm />
      <DragPreview />
      {isAbsent && <AbsentDraft id={id} />}
    </>
  );
}

/** Opens the draft, and keeps what it looks things up in as the graph is now. Gives back why it cannot. */
function useOpenDraft(id: string): Error | null {
  const [failure, setFailure] = useState<Error | null>(null);
  const environment = useEnvironment();
  const head = useOverview().data?.head;
  useEffect(() => {
    setFailure(null);
    drafts.open(id).catch(setFailure);
    return drafts.close;
  }, [id]);
  useEffect(() => {
    if (environment) loadEnvironments([environment]).catch(setFailure);
  }, [environment]);
  const draft = useDraft();
  useEffect(() => {
    if (draft) loadParents(draft).catch(setFailure);
  }, [draft]);
  const [seen, setSeen] = useState(head);
  useEffect(() => {
    if (!head || seen?.key === head.key) return;
    setSeen(head);
    if (seen) reloadSurroundings().catch(setFailure);
  }, [head, seen]);
  return failure;
}
