import { ActionIcon, Button } from '@mantine/core';
import { IconMinus, IconPlus } from '@tabler/icons-react';
import { useGraph } from '../app/queries';
import { useChangeView, useView } from '../app/use-view';
import { ALL_STEPS, stepped, stepsOf } from '../app/view';
import { formatCount } from '../ui/format';
import { SIDES } from './focus-sides';
import classes from './Lineage.module.css';

/** How far to look each way, and what another step would add. */
export function FocusControls() {
  const view = useView();
  const change = useChangeView();
  const more = useGraph().data?.more;
  const steps = stepsOf(view);
  return SIDES.map(({ side, word }) => {
    const [less, further] = [stepped(view, side, -1), stepped(view, side, 1)];
    const added = more?.[word];
    return (
      <div key={side} className={classes.control}>
        <span className={classes.side}>{word}</span>
        <ActionIcon
          variant="default"
          size="sm"
          aria-label={`One step less ${word}`}
          disabled={!less}
          onClick={() => less && change(less)}
        >
          <IconMinus size={12} />
        </ActionIcon>
        <output className={classes.steps}>{steps[side] === ALL_STEPS ? 'all' : steps[side]}</output>
        <ActionIcon
          variant="default"
          size="sm"
          aria-label={`One step more ${word}`}
          disabled={!further || added === 0}
          onClick={() => further && change(further)}
        >
          <IconPlus size={12} />
        </ActionIcon>
        <span className={classes.added}>
          {added === 0 ? 'no more' : added !== undefined && `${formatCount(added)} more`}
        </span>
        <Button
          size="compact-xs"
          variant="subtle"
          disabled={added === 0}
          onClick={() => change({ [side]: ALL_STEPS })}
        >
          All
        </Button>
      </div>
    );
  });
}
