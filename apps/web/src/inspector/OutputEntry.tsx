import type { ComponentId } from '@karma/core';
import { UnstyledButton } from '@mantine/core';
import { IconLock } from '@tabler/icons-react';
import { useState } from 'react';
import type { PlacementDetail } from '../api/types';
import { Breakable } from '../ui/Breakable';
import { CopyAction } from '../ui/CopyAction';
import classes from './KeyValues.module.css';
import { OutputUsers } from './OutputUsers';

interface OutputEntryProps {
  readonly id: ComponentId;
  readonly output: PlacementDetail['outputs'][number];
}

/** One output; of a secret one the name alone. On demand: who uses it. */
export function OutputEntry({ id, output }: OutputEntryProps) {
  const [isAsked, setAsked] = useState(false);
  const { key, value, secret, parameter } = output;
  return (
    <div className={classes.entry}>
      <span className={classes.key} title={parameter}>
        <Breakable text={key} />
      </span>
      <span className={classes.value}>
        {value === null ? (
          <span className={classes.secret}>
            <IconLock size={12} aria-hidden /> {secret ? 'Secret: never read' : 'No value'}
          </span>
        ) : (
          <>
            <span>{value}</span>
            <CopyAction value={value} label={`Copy ${key}`} />
          </>
        )}
      </span>
      <UnstyledButton className={classes.ask} aria-expanded={isAsked} onClick={() => setAsked(!isAsked)}>
        Who uses this?
      </UnstyledButton>
      {isAsked && (
        <div className={classes.users}>
          <OutputUsers id={id} output={key} />
        </div>
      )}
    </div>
  );
}
