import { parseComponentId } from '@karma/core';
import { Combobox, Modal, TextInput, useCombobox } from '@mantine/core';
import { useForceUpdate } from '@mantine/hooks';
import { IconSearch } from '@tabler/icons-react';
import { type KeyboardEvent, useEffect, useState } from 'react';
import { useEnvironment } from '../app/queries';
import { useActions } from '../app/use-actions';
import { useChangeView } from '../app/use-view';
import { useViewActions } from '../views/use-view-actions';
import { ActionOption } from './ActionOption';
import classes from './CommandPalette.module.css';
import { groupHits } from './group-hits';
import { matchActions } from './match-actions';
import { openComponent } from './open-component';
import { RecentOption } from './RecentOption';
import { recentComponents } from './recent';
import { SearchOption } from './SearchOption';
import { useComponentSearch } from './use-component-search';

/** Ctrl/Cmd-K: search over components, and the actions of `app/actions.ts`. */
export function CommandPalette({ onClose }: { onClose: () => void }) {
  const [text, setText] = useState('');
  const [isEntered, setEntered] = useState(false);
  const [recent] = useState(recentComponents.read);
  const environment = useEnvironment();
  const change = useChangeView();
  const combobox = useCombobox({ opened: true, onDropdownClose: onClose });
  const { selectFirstOption } = combobox;
  const renderAgain = useForceUpdate();
  const isSearching = text.trim() !== '';
  const search = useComponentSearch(text);
  const hits = isSearching ? (search.data?.hits ?? []) : [];
  const groups = groupHits(hits, environment);
  const actions = matchActions(useActions(), text).filter(({ id }) => id !== 'search');
  const views = matchActions(useViewActions(), text);
  const isEmpty =
    isSearching && !search.isFetching && hits.length === 0 && actions.length + views.length === 0;
  const firstHit = groups[0]?.hits[0]?.card.id;

  // biome-ignore lint/correctness/useExhaustiveDependencies: a new text or a new answer selects anew.
  useEffect(() => {
    selectFirstOption();
  }, [text, firstHit]);

  const submit = (value: string) => {
    onClose();
    const id = parseComponentId(value);
    if (id) change(openComponent(id, environment));
    else [...views, ...actions].find((action) => action.id === value)?.run();
  };

  const first = firstHit ?? views[0]?.id ?? actions[0]?.id;
  useEffect(() => {
    if (!isEntered || !search.isCurrent) return;
    setEntered(false);
    if (first) submit(first);
  });

  /** Enter ahead of the answer acts on the answer. */
  const waitForAnswer = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || search.isCurrent) return;
    event.preventDefault();
    event.stopPropagation();
    setEntered(true);
  };

  return (
    <Modal.Root
      opened
      onClose={onClose}
      size={620}
      yOffset="12vh"
      transitionProps={{ duration: 80 }}
      classNames={{ content: classes.content }}
    >
      <Modal.Overlay backgroundOpacity={0.35} />
      <Modal.Content aria-label="Search components and actions">
        <Combobox store={combobox} onOptionSubmit={submit} classNames={{ groupLabel: classes.groupLabel }}>
          <Combobox.EventsTarget withExpandedAttribute>
            <TextInput
              data-autofocus
              aria-label="Search components and actions"
              placeholder="Search components and actions"
              size="md"
              variant="unstyled"
              className={classes.input}
              leftSection={<IconSearch size={18} aria-hidden />}
              // The list has its id only once it is mounted: render again to name it to screen readers.
              onFocus={renderAgain}
              value={text}
              onChange={(event) => {
                setText(event.currentTarget.value);
                setEntered(false);
              }}
              onKeyDownCapture={waitForAnswer}
            />
          </Combobox.EventsTarget>
          <Combobox.Options aria-label="Results" className={classes.results}>
            {!isSearching && recent.length > 0 && (
              <Combobox.Group label="Recent">
                {recent.map((id) => (
                  <Combobox.Option key={id} value={id} className={classes.option}>
                    <RecentOption id={id} />
                  </Combobox.Option>
                ))}
              </Combobox.Group>
            )}
            {groups.map(({ label, hits: found }) => (
              <Combobox.Group key={label} label={label}>
                {found.map((hit) => (
                  <Combobox.Option key={hit.card.id} value={hit.card.id} className={classes.option}>
                    <SearchOption hit={hit} />
                  </Combobox.Option>
                ))}
              </Combobox.Group>
            ))}
            {views.length > 0 && (
              <Combobox.Group label="Saved views">
                {views.map((view) => (
                  <Combobox.Option key={view.id} value={view.id} className={classes.option}>
                    <ActionOption action={view} />
                  </Combobox.Option>
                ))}
              </Combobox.Group>
            )}
            {actions.length > 0 && (
              <Combobox.Group label="Actions">
                {actions.map((action) => (
                  <Combobox.Option key={action.id} value={action.id} className={classes.option}>
                    <ActionOption action={action} />
                  </Combobox.Option>
                ))}
              </Combobox.Group>
            )}
            {isEmpty && <Combobox.Empty>Nothing matches “{text.trim()}”</Combobox.Empty>}
          </Combobox.Options>
        </Combobox>
        {search.isError && <p className={classes.error}>The search failed: {search.error.message}</p>}
      </Modal.Content>
    </Modal.Root>
  );
}
