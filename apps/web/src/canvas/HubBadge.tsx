import { type ComponentId, componentName, parseComponentId } from '@karma/core';
import { IconArrowNarrowRight } from '@tabler/icons-react';
import { plural } from '../ui/format';
import { TypeIcon } from '../ui/TypeIcon';
import { useBadge, useMutedCount } from './emphasis-store';
import classes from './HubBadge.module.css';

/** As many hubs as a card has room for. */
const MOST = 4;

/** The hubs that a card uses and whose arrows are muted; a click draws them. Keys go through the menu of arrows. */
export function HubBadge({ id }: { id: ComponentId }) {
  const hubs = useBadge(id);
  if (!hubs) return null;
  return (
    <span className={classes.badge} data-side="provider">
      {hubs.slice(0, MOST).map((hub) => {
        const { type, nickname } = componentName(hub);
        return (
          <span
            key={hub}
            className={classes.hub}
            data-hub={hub}
            title={`Uses ${type} ${nickname}: draw its arrows`}
          >
            <TypeIcon type={type} size="1.5em" />
          </span>
        );
      })}
      {hubs.length > MOST && `+${hubs.length - MOST}`}
    </span>
  );
}

/** On a hub itself: how many arrows to it are muted; a click draws them. */
export function MutedBadge({ id }: { id: ComponentId }) {
  const count = useMutedCount(id);
  if (count === undefined) return null;
  return (
    <span
      className={classes.badge}
      data-side="consumer"
      data-hub={id}
      title={`Draw ${plural(count, 'muted arrow')}`}
    >
      {count}
      <IconArrowNarrowRight size="1.2em" aria-hidden />
    </span>
  );
}

/** The hub whose badge an event is on. */
export function hubAt(target: EventTarget): ComponentId | undefined {
  const badge = target instanceof Element ? target.closest<HTMLElement>('[data-hub]') : null;
  return parseComponentId(badge?.dataset.hub ?? '');
}
