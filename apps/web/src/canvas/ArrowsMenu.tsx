import { componentName } from '@karma/core';
import { Button, Checkbox, Popover, Switch } from '@mantine/core';
import { IconArrowsSplit2, IconEyeOff } from '@tabler/icons-react';
import { useChangeView, useView } from '../app/use-view';
import { formatCount, plural } from '../ui/format';
import classes from './ArrowsMenu.module.css';
import { useEmphasis } from './emphasis-store';
import { quietWords, toggleHub, toggleHubs, toggleImplied } from './quiet';

/** Says which arrows are not drawn, and lets people draw them. */
export function ArrowsMenu({ arrows }: { arrows: number }) {
  const quiet = useEmphasis((state) => state.quiet);
  const view = useView();
  // An answer stays traced; what the pointer rests on does not, and should not make the words flicker.
  const answer = useEmphasis(({ emphasis }) => (view.mode ? emphasis?.edges : undefined));
  const change = useChangeView();
  const words = quietWords(quiet, (arrow) => answer?.has(arrow) === true);
  const Icon = words ? IconEyeOff : IconArrowsSplit2;
  return (
    <Popover position="top-start" shadow="md" trapFocus width={296}>
      <Popover.Target>
        <Button
          className={classes.target}
          size="compact-xs"
          variant="default"
          leftSection={<Icon size={13} aria-hidden />}
        >
          <span aria-live="polite">{words || `All ${plural(arrows, 'arrow')} drawn`}</span>
        </Button>
      </Popover.Target>
      <Popover.Dropdown className={classes.list} aria-label="Which arrows are drawn">
        <Switch
          size="xs"
          label="Mute arrows to all hubs"
          description={quiet.hubs.size === 0 && 'Nothing here is used by so many'}
          checked={!view.hubs}
          onChange={() => change(toggleHubs(view))}
        />
        {[...quiet.hubs].map(([hub, count]) => (
          <Checkbox
            key={hub}
            className={classes.hub}
            size="xs"
            checked={quiet.mutedHubs.has(hub)}
            onChange={() => change(toggleHub(quiet, hub))}
            label={
              <>
                <strong>{componentName(hub).nickname}</strong> {componentName(hub).type}
                <span className={classes.count}>{formatCount(count)}</span>
              </>
            }
          />
        ))}
        <Switch
          size="xs"
          label="Hide arrows that longer ways imply"
          checked={view.implied === 'hidden'}
          onChange={() => change(toggleImplied(view))}
        />
        <p className={classes.note}>What you point at or select shows all its arrows.</p>
      </Popover.Dropdown>
    </Popover>
  );
}
