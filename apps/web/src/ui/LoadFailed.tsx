import { Button } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { Notice } from './Notice';

interface LoadFailedProps {
  /** What could not be loaded: `The component`. */
  readonly what: string;
  readonly error: { readonly message: string };
  readonly onRetry: () => void;
}

/** Something did not load, why, and another try. */
export function LoadFailed({ what, error, onRetry }: LoadFailedProps) {
  return (
    <Notice icon={IconAlertTriangle} title={`${what} did not load`} role="alert">
      <p>{error.message}</p>
      <Button size="xs" variant="default" onClick={onRetry}>
        Try again
      </Button>
    </Notice>
  );
}
