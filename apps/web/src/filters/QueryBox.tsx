import { QueryError } from '@karma/query';
import { CloseButton, Combobox, Kbd, useCombobox } from '@mantine/core';
import { IconFilter } from '@tabler/icons-react';
import { type KeyboardEvent, lazy, Suspense, useLayoutEffect, useRef, useState } from 'react';
import { readQuery } from '../app/scope';
import { useChangeView, useView } from '../app/use-view';
import { Chips } from './Chips';
import { type Draft, problemOf } from './edit-query';
import classes from './QueryBox.module.css';
import { recentQueries } from './recent-queries';
import { joinTerms, termsOf } from './terms';
import { Underline } from './Underline';

const Suggestions = lazy(() => import('./Suggestions').then((module) => ({ default: module.Suggestions })));

/** The id of the field, for the shortcut that goes there. */
export const QUERY_FIELD = 'karma-query';

/** The one box that says what is shown: its terms as chips; while someone writes, the query as text. */
export function QueryBox() {
  const { q = '' } = useView();
  const change = useChangeView();
  const field = useRef<HTMLInputElement>(null);
  const [draft, setShownDraft] = useState<Draft | null>(null);
  // Leaving the field follows at once on what ends the draft: it must not see the draft of the last render.
  const latest = useRef(draft);
  const setDraft = (next: Draft | null) => {
    latest.current = next;
    setShownDraft(next);
  };
  const [isEntered, setEntered] = useState(false);
  const combobox = useCombobox({ onDropdownClose: () => combobox.resetSelectedOption() });

  const query = readQuery(q);
  const stray = query instanceof QueryError ? { text: q, cursor: -1 } : null;
  const shown = draft ?? stray;
  const problem = shown && problemOf(shown, isEntered || draft === null);
  const terms = query instanceof QueryError ? [] : termsOf(query);

  useLayoutEffect(() => {
    if (draft) field.current?.setSelectionRange(draft.cursor, draft.cursor);
  }, [draft]);

  const write = (next: Draft) => {
    setDraft(next);
    setEntered(false);
    combobox.openDropdown();
    combobox.resetSelectedOption();
  };
  const begin = () => {
    const text = q && !q.endsWith(' ') && !stray ? `${q} ` : q;
    if (draft === null) setDraft({ text, cursor: text.length });
    combobox.openDropdown();
  };
  /** Shows what a text asks for; what is no query stays to be mended. */
  const show = (text: string) => {
    const asked = text.trim();
    if (readQuery(asked) instanceof QueryError) {
      setDraft({ text, cursor: text.length });
      setEntered(true);
      return;
    }
    setDraft(null);
    setEntered(false);
    combobox.closeDropdown();
    if (asked) recentQueries.remember(asked);
    if (asked !== q) change({ q: asked || undefined });
  };
  const run = (text: string) => {
    show(text);
    if (!(readQuery(text) instanceof QueryError)) field.current?.blur();
  };
  const handleKey = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.key === 'Enter' && combobox.getSelectedOptionIndex() === -1) run(draft?.text ?? q);
    if (event.key === 'Escape') {
      event.stopPropagation();
      if (combobox.dropdownOpened) return;
      setDraft(null);
      setEntered(false);
      field.current?.blur();
    }
  };

  return (
    <Combobox
      store={combobox}
      classNames={{ groupLabel: classes.groupLabel }}
      withinPortal
      width="min(560px, calc(100vw - 24px))"
      position="bottom-start"
      offset={6}
    >
      <Combobox.DropdownTarget>
        <search
          className={classes.box}
          data-invalid={problem !== undefined && problem !== null ? true : undefined}
          aria-label="Query"
        >
          <IconFilter size={14} className={classes.icon} aria-hidden />
          <div className={classes.content}>
            {!shown && terms.length > 0 && (
              <Chips
                terms={terms}
                onRemove={(index) => change({ q: joinTerms(terms.filter((_, other) => other !== index)) })}
              />
            )}
            <div className={classes.line}>
              {shown && problem && <Underline text={shown.text} {...problem} field={field} />}
              <Combobox.EventsTarget withExpandedAttribute>
                <input
                  id={QUERY_FIELD}
                  ref={field}
                  className={classes.field}
                  aria-label="Filter by a query"
                  aria-autocomplete="list"
                  aria-invalid={problem ? true : undefined}
                  placeholder={
                    terms.length > 0 ? 'Add a term' : 'Filter: type, owner, status:missing, +name …'
                  }
                  spellCheck={false}
                  autoCapitalize="off"
                  autoCorrect="off"
                  value={shown?.text ?? ''}
                  onFocus={begin}
                  onBlur={() => latest.current && show(latest.current.text)}
                  onClick={() => combobox.openDropdown()}
                  onChange={({ currentTarget: { value, selectionStart } }) =>
                    write({ text: value, cursor: selectionStart ?? value.length })
                  }
                  onSelect={({ currentTarget: { selectionStart, selectionEnd } }) => {
                    if (draft && selectionStart === selectionEnd && selectionStart !== draft.cursor)
                      setDraft({ ...draft, cursor: selectionStart ?? draft.text.length });
                  }}
                  onKeyDown={handleKey}
                />
              </Combobox.EventsTarget>
            </div>
          </div>
          {q === '' && draft === null && <Kbd size="xs">/</Kbd>}
          {q !== '' && (
            <CloseButton
              size="xs"
              aria-label="Clear the query"
              onClick={() => {
                setDraft(null);
                change({ q: undefined });
              }}
            />
          )}
        </search>
      </Combobox.DropdownTarget>
      <Suspense>
        {draft && combobox.dropdownOpened && (
          <Suggestions draft={draft} problem={problem ?? undefined} onWrite={write} onRun={run} />
        )}
      </Suspense>
    </Combobox>
  );
}
