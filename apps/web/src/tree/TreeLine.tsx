import { SEVERITIES } from '@karma/core';
import { IconChevronRight } from '@tabler/icons-react';
import type { MouseEvent } from 'react';
import { formatCount } from '../ui/format';
import { SeverityCount } from '../ui/SeverityMark';
import { StatusMark } from '../ui/StatusMark';
import { TypeIcon } from '../ui/TypeIcon';
import classes from './Tree.module.css';
import type { Subject, TreeItem } from './tree-items';

/** Pixels for each level. */
const INDENT = 20;

interface TreeLineProps {
  readonly id: string;
  readonly item: TreeItem;
  /** Pixels. */
  readonly top: number;
  readonly height: number;
  readonly isActive: boolean;
  readonly isSelected: boolean;
  readonly onToggle: () => void;
  readonly onChoose: () => void;
}

/** One line of the tree. The tree itself has the focus, and handles the keys. */
export function TreeLine({ id, item, top, height, isActive, isSelected, onToggle, onChoose }: TreeLineProps) {
  const { level, position, siblings, isBranch, isExpanded, subject } = item;
  const toggle = (event: MouseEvent) => {
    event.stopPropagation();
    onToggle();
  };
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the tree handles the keys.
    // biome-ignore lint/a11y/useFocusableInteractive: the tree names its active line.
    <div
      id={id}
      className={classes.line}
      role="treeitem"
      aria-level={level}
      aria-posinset={position}
      aria-setsize={siblings}
      aria-expanded={isBranch ? isExpanded : undefined}
      aria-selected={isSelected}
      data-active={isActive || undefined}
      style={{ transform: `translateY(${top}px)`, height, paddingLeft: 12 + (level - 1) * INDENT }}
      onClick={onChoose}
    >
      {isBranch ? (
        // biome-ignore lint/a11y/useKeyWithClickEvents: the arrow keys do the same.
        // biome-ignore lint/a11y/noStaticElementInteractions: a larger target for the mouse alone.
        <span className={classes.twisty} onClick={toggle}>
          <IconChevronRight size={14} aria-hidden />
        </span>
      ) : (
        <span className={classes.twisty} />
      )}
      <Content subject={subject} />
    </div>
  );
}

function Content({ subject }: { subject: Subject }) {
  if (subject.kind === 'component') {
    const { type, nickname, status, findings } = subject.card;
    return (
      <>
        <TypeIcon type={type} size={22} />
        <span className={classes.name}>{nickname}</span>
        <span className={classes.muted}>{type}</span>
        <StatusMark status={status} />
        {SEVERITIES.map(
          (severity) =>
            findings[severity] > 0 && (
              <SeverityCount key={severity} severity={severity} count={findings[severity]} />
            ),
        )}
      </>
    );
  }
  const label =
    subject.kind === 'group' ? subject.label : subject.kind === 'upstream' ? 'Depends on' : 'Used by';
  return (
    <>
      <span className={subject.kind === 'group' ? classes.group : classes.muted}>{label}</span>
      <span className={classes.muted}>{formatCount(subject.count)}</span>
    </>
  );
}
