import { IconPencil, IconPlus, IconTrash } from '@tabler/icons-react';
import { plural } from '../../ui/format';
import classes from './MarkBadge.module.css';
import type { MarkCounts } from './marks-within';
import type { Mark } from './patch';

const ICONS = { added: IconPlus, changed: IconPencil, removed: IconTrash };
const WORDS = {
  added: 'Added by the draft',
  changed: 'Changed by the draft',
  removed: 'Removed by the draft',
};

/** Says what the draft does to a card: by shape, icon and colour. */
export function MarkBadge({ mark, words = WORDS[mark] }: { mark: Mark; words?: string }) {
  const Icon = ICONS[mark];
  return (
    <span className={classes.badge} data-mark={mark} role="img" aria-label={words} title={words}>
      <Icon size="0.9em" stroke={2.5} aria-hidden />
    </span>
  );
}

/** Says what the draft does to the components in a shut group: a badge for each kind, with how many in its words. */
export function MarkBadges({ counts }: { counts: MarkCounts }) {
  return (
    <span className={classes.row}>
      {[...counts].map(([mark, count]) => (
        <MarkBadge key={mark} mark={mark} words={`${plural(count, 'component')} ${mark} by the draft`} />
      ))}
    </span>
  );
}
