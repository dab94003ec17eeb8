import { IconPencil, IconPlus, IconTrash } from '@tabler/icons-react';
import classes from './MarkBadge.module.css';
import type { Mark } from './patch';

const ICONS = { added: IconPlus, changed: IconPencil, removed: IconTrash };
const WORDS = {
  added: 'Added by the draft',
  changed: 'Changed by the draft',
  removed: 'Removed by the draft',
};

/** Says what the draft does to a card: by shape, icon and colour. */
export function MarkBadge({ mark }: { mark: Mark }) {
  const Icon = ICONS[mark];
  return (
    <span className={classes.badge} data-mark={mark} role="img" aria-label={WORDS[mark]} title={WORDS[mark]}>
      <Icon size="0.9em" stroke={2.5} aria-hidden />
    </span>
  );
}
