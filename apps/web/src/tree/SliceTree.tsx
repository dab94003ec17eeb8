import { useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, useEffect, useId, useMemo, useRef, useState } from 'react';
import type { GraphSlice } from '../api/types';
import { chosenGrouping } from '../app/grouping';
import { useChangeView, useView } from '../app/use-view';
import { parseSelection } from '../app/view';
import classes from './Tree.module.css';
import { TreeLine } from './TreeLine';
import { wayIn } from './tree-groups';
import { itemKey, type TreeItem, treeItems, waysTo } from './tree-items';
import { treeMove } from './tree-keys';
import { useLines } from './use-lines';

/** Pixels. */
const LINE_HEIGHT = 32;

/** A tree of which only the lines in sight are drawn. One line is active: the keys act on it. */
export function SliceTree({ graph }: { graph: GraphSlice }) {
  const { sel, group } = useView();
  const change = useChangeView();
  const prefix = useId();
  const scroll = useRef<HTMLDivElement>(null);
  const [chosenActive, setActive] = useState<string>();
  const chosen = chosenGrouping({ group })?.join(' ');
  // biome-ignore lint/correctness/useExhaustiveDependencies: the grouping counts by its words.
  const wayTo = useMemo(() => wayIn(graph, chosenGrouping({ group }) ?? []), [graph, chosen]);
  const { open, toggle, expand } = useLines(graph);
  const items = useMemo(() => treeItems(graph, open, wayTo), [graph, open, wayTo]);
  const isActive = (item: TreeItem) => item.key === chosenActive;
  const activeAt = Math.max(items.findIndex(isActive), 0);
  const active = items[activeAt];

  const virtual = useVirtualizer({
    count: items.length,
    getScrollElement: () => scroll.current,
    estimateSize: () => LINE_HEIGHT,
    overscan: 12,
  });
  useEffect(() => virtual.scrollToIndex(activeAt), [activeAt, virtual]);

  // What is selected elsewhere is opened up here, unless a line of it is active already.
  const activeId = active?.subject.kind === 'component' ? active.subject.card.id : undefined;
  // biome-ignore lint/correctness/useExhaustiveDependencies: only a new selection moves the active line.
  useEffect(() => {
    const selection = parseSelection(sel);
    if (selection?.kind !== 'component' || selection.id === activeId) return;
    expand(waysTo(selection.id, wayTo));
    setActive(itemKey(selection.id, wayTo));
  }, [sel]);

  const choose = ({ key, subject }: TreeItem) => {
    setActive(key);
    if (subject.kind === 'component') change({ sel: subject.card.id }, { replace: true });
    else toggle(key);
  };

  const handleKey = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey || !active) return;
    const move = treeMove(event.key, items, active.key);
    if (!move) return;
    event.preventDefault();
    event.stopPropagation();
    if (move.kind === 'go') setActive(move.key);
    if (move.kind === 'toggle') toggle(move.key);
    if (move.kind === 'expand-all') expand(move.keys);
    if (move.kind === 'choose') choose(move.item);
  };

  const idOf = (index: number) => `${prefix}-${index}`;
  return (
    <div
      className={classes.tree}
      ref={scroll}
      role="tree"
      aria-label="Components"
      aria-activedescendant={idOf(activeAt)}
      tabIndex={0}
      onKeyDown={handleKey}
    >
      <div role="presentation" className={classes.lines} style={{ height: virtual.getTotalSize() }}>
        {virtual.getVirtualItems().map(({ index, start }) => {
          const item = items[index];
          return (
            item && (
              <TreeLine
                key={item.key}
                id={idOf(index)}
                item={item}
                top={start}
                height={LINE_HEIGHT}
                isActive={index === activeAt}
                isSelected={item.subject.kind === 'component' && item.subject.card.id === sel}
                onToggle={() => toggle(item.key)}
                onChoose={() => choose(item)}
              />
            )
          );
        })}
      </div>
    </div>
  );
}
