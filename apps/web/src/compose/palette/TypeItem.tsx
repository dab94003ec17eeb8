import { UnstyledButton } from '@mantine/core';
import { memo } from 'react';
import { TypeIcon } from '../../ui/TypeIcon';
import { useComposer } from '../canvas/composer';
import { freePlace } from '../canvas/create-at';
import { startDrag } from '../canvas/drag';
import { dragOfType } from '../canvas/drag-of-type';
import type { TypeEntry } from './entries';
import classes from './Palette.module.css';

/** A type: what it is, needs and publishes. Dragged out, or placed in the middle by a click or by Enter. */
export const TypeItem = memo(function TypeItem({ entry }: { entry: TypeEntry }) {
  const { name, description, needs, publishes } = entry;
  return (
    <li>
      <UnstyledButton
        className={classes.item}
        aria-label={`Add a ${name}`}
        title={description ?? undefined}
        onPointerDown={(event) => startDrag(event, dragOfType(name))}
        onClick={() => useComposer.setState({ creation: { type: name, screen: freePlace() } })}
      >
        <TypeIcon type={name} size={26} />
        <span className={classes.texts}>
          <span className={classes.name}>{name}</span>
          {needs.length > 0 && (
            <span className={classes.ports}>
              needs{' '}
              {needs.map(({ type, required }, index) => (
                <span key={type} data-required={required}>
                  {index > 0 && ', '}
                  {type}
                  {!required && '?'}
                </span>
              ))}
            </span>
          )}
          {publishes.length > 0 && <span className={classes.ports}>gives {publishes.join(', ')}</span>}
        </span>
      </UnstyledButton>
    </li>
  );
});
