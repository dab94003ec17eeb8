import type { ComponentId } from '@karma/core';
import { Button } from '@mantine/core';
import { IconArrowLeft } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useChangeView } from '../app/use-view';
import { LEAVE_MODE } from '../app/view';
import { ComponentLink } from '../ui/ComponentLink';
import classes from './Lineage.module.css';

interface TraceHeaderProps {
  readonly title: string;
  /** The component that is asked about. */
  readonly id?: ComponentId;
  /** Controls that narrow the question. */
  readonly children?: ReactNode;
}

/** What is asked, about which component, and the way back to the map. */
export function TraceHeader({ title, id, children }: TraceHeaderProps) {
  const change = useChangeView();
  return (
    <header className={classes.header}>
      <div className={classes.headline}>
        <h2 className={classes.title}>{title}</h2>
        <Button
          variant="subtle"
          color="gray"
          size="compact-xs"
          leftSection={<IconArrowLeft size={12} aria-hidden />}
          onClick={() => change(LEAVE_MODE)}
        >
          Back to the map
        </Button>
      </div>
      {id && (
        <div className={classes.subject}>
          <ComponentLink id={id} />
        </div>
      )}
      {children}
    </header>
  );
}
