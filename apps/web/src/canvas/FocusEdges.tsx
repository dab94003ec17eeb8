import { ActionIcon, UnstyledButton } from '@mantine/core';
import { IconChevronLeft, IconChevronRight, IconMinus } from '@tabler/icons-react';
import type { GraphSlice } from '../api/types';
import { useChangeView, useView } from '../app/use-view';
import { stepped } from '../app/view';
import { SIDES } from '../lineage/focus-sides';
import { formatCount, plural } from '../ui/format';
import classes from './FocusEdges.module.css';

/** At the edges of the picture of a focus: what another step that way would add, and the way back. */
export function FocusEdges({ more }: { more: NonNullable<GraphSlice['more']> }) {
  const view = useView();
  const change = useChangeView();
  return SIDES.map(({ side, word, sense, edge, key }) => {
    const [further, less] = [stepped(view, side, 1), stepped(view, side, -1)];
    const count = more[word];
    const Chevron = edge === 'left' ? IconChevronLeft : IconChevronRight;
    return (
      <div key={side} className={classes.edge} data-edge={edge}>
        {further && count > 0 && (
          <UnstyledButton
            className={classes.more}
            title={`${plural(count, 'more component')} ${sense} (${key})`}
            aria-label={`Show ${plural(count, 'more component')} ${sense}`}
            onClick={() => change(further)}
          >
            <Chevron size={14} aria-hidden />
            <span>
              <strong>+{formatCount(count)}</strong> {word}
            </span>
          </UnstyledButton>
        )}
        {less && (
          <ActionIcon
            className={classes.less}
            variant="default"
            size={24}
            title={`One step less ${word} (Ctrl+${key})`}
            aria-label={`One step less ${word}`}
            onClick={() => change(less)}
          >
            <IconMinus size={12} />
          </ActionIcon>
        )}
      </div>
    );
  });
}
