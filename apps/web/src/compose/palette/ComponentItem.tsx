import { type ComponentId, componentName } from '@karma/core';
import { UnstyledButton } from '@mantine/core';
import { useChangeView } from '../../app/use-view';
import { TypeIcon } from '../../ui/TypeIcon';
import { edgeAt, judgeBetween } from '../canvas/between';
import { pinAt } from '../canvas/create-at';
import { startDrag } from '../canvas/drag';
import { putBetween } from '../menu/commands';
import classes from './Palette.module.css';

/** A component that is there already: dragged, it stands where it is dropped; a click shows it. */
export function ComponentItem({ id }: { id: ComponentId }) {
  const change = useChangeView();
  const { nickname, type } = componentName(id);
  return (
    <li>
      <UnstyledButton
        className={classes.item}
        aria-label={`Show ${nickname}, ${type}`}
        onPointerDown={(event) =>
          startDrag(event, {
            label: nickname,
            type,
            judge: (at) => judgeBetween(at, () => id) ?? { isFine: true, words: 'Drop to put it here' },
            onDrop: (at) => {
              const edge = edgeAt(at);
              if (edge) return void putBetween(edge.from, edge.to, id);
              pinAt(id, at);
              change({ sel: id });
            },
          })
        }
        onClick={() => change({ sel: id })}
      >
        <TypeIcon type={type} size={26} />
        <span className={classes.texts}>
          <span className={classes.name}>{nickname}</span>
          <span className={classes.ports}>{type}</span>
        </span>
      </UnstyledButton>
    </li>
  );
}
