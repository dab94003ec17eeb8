import { Divider, ScrollArea } from '@mantine/core';
import { useState } from 'react';
import { searchOnScreen } from '../app/link';
import { useView } from '../app/use-view';
import { SaveViewForm } from './SaveViewForm';
import { isConflict, useSavedViews } from './use-saved-views';
import { ViewRow } from './ViewRow';
import classes from './Views.module.css';

/** The saved views, and a place to save what is on screen. */
export function ViewsPanel({ onClose }: { onClose: () => void }) {
  const saved = useSavedViews();
  const view = useView();
  const [failed, setFailed] = useState<string>();
  /** What cannot be done is said; what the server refuses changes nothing. */
  const attempt = async (name: string, act: () => Promise<void>) => {
    setFailed(undefined);
    try {
      await act();
      return true;
    } catch (error) {
      setFailed(wordsOf(error, name));
      return false;
    }
  };
  return (
    <>
      {failed && (
        <p className={classes.failed} role="alert">
          {failed}
        </p>
      )}
      {saved.views.length > 0 && (
        <ScrollArea.Autosize mah="min(360px, 50dvh)" type="auto" scrollbarSize={8}>
          <ul className={classes.list} aria-label="Saved views">
            {saved.views.map((each) => (
              <ViewRow
                key={`${each.kind} ${each.id}`}
                view={each}
                saved={saved}
                screen={view}
                attempt={attempt}
                onClose={onClose}
              />
            ))}
          </ul>
        </ScrollArea.Autosize>
      )}
      {saved.views.length === 0 && (
        <p className={classes.none}>
          A view is all that is on screen, under a name: to come back to, or to share.
        </p>
      )}
      <Divider my={8} />
      <SaveViewForm
        onSave={(name, isShared) =>
          attempt(name, () => saved.create({ name, search: searchOnScreen(view) }, isShared))
        }
        isBusy={saved.isBusy}
      />
    </>
  );
}

function wordsOf(error: unknown, name: string): string {
  if (isConflict(error))
    return `Somebody else changed “${name}” meanwhile, so nothing was done. It is shown as it is now: do it again if you still want to.`;
  return `“${name}” could not be saved: ${error instanceof Error ? error.message : String(error)}`;
}
