import { createDraft, type Draft, DraftFormatError, parseDraft } from '@karma/editor';
import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { composeIn, LEAVE_DRAFT, newDraftId } from '../../app/composing';
import { useChangeView } from '../../app/use-view';
import { download } from '../../ui/download';
import { drafts, useDraft, useDrafts } from '../draft-store';

/** What can be done with drafts as a whole. */
export function useDraftActions() {
  const change = useChangeView();
  const open = useDraft();
  const go = (id: string) => change({ ...composeIn(id), panel: 'plan' });

  const add = async (draft: Draft) => {
    const copy = { ...draft, id: newDraftId() };
    await drafts.add(copy);
    go(copy.id);
  };

  return {
    go,
    /** Keeps a copy of it under an id of its own, and opens that. */
    add,
    create: (name: string) => add(createDraft('new', name)),
    rename: (name: string) => drafts.change((draft) => ({ ...draft, name })),
    async remove(draft: Draft) {
      await drafts.remove(draft.id);
      await drafts.list();
      const next = useDrafts.getState().kept.find(({ draft: other }) => other.id !== draft.id);
      if (open?.id === draft.id) change(next ? composeIn(next.draft.id) : LEAVE_DRAFT);
      const notice = notifications.show({
        title: `${draft.name} is deleted`,
        autoClose: 15_000,
        message: (
          <Button
            size="compact-xs"
            variant="default"
            onClick={() => {
              notifications.hide(notice);
              void drafts.add(draft).then(() => go(draft.id));
            }}
          >
            Undo
          </Button>
        ),
      });
    },
    save: (draft: Draft) =>
      download(
        `${draft.name.replaceAll(/[^\w-]+/g, '-').toLowerCase()}.draft.json`,
        new Blob([`${JSON.stringify(draft, null, 2)}\n`], { type: 'application/json' }),
      ),
    async load(file: File | null) {
      if (!file) return;
      try {
        await add(parseDraft(await file.text()));
      } catch (error) {
        if (!(error instanceof DraftFormatError)) throw error;
        notifications.show({ color: 'red', title: `${file.name} was not opened`, message: error.message });
      }
    },
  };
}
