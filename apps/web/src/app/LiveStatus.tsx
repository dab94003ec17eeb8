import { Tooltip } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import classes from './LiveStatus.module.css';
import { type Connection, useLive } from './live-store';

const TEXT: Readonly<Record<Connection, { label: string; hint: string }>> = {
  connecting: { label: 'Connecting', hint: 'Waiting for the server' },
  live: { label: 'Live', hint: 'Changes appear here as they happen' },
  offline: { label: 'Offline', hint: 'The server does not answer; trying again' },
};

export function LiveStatus({ isPhone }: { isPhone: boolean }) {
  const connection = useLive((live) => live.connection);
  const { label, hint } = TEXT[connection];
  return (
    <Tooltip label={hint}>
      <Link
        to="/status"
        className={classes.status}
        data-connection={connection}
        aria-label={`Connection: ${label}. Show the status`}
      >
        <span className={classes.dot} />
        {!isPhone && label}
      </Link>
    </Tooltip>
  );
}
