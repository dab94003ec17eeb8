import { notifications } from '@mantine/notifications';

const DISMISS = { 'aria-label': 'Dismiss' };

/** Says what was done, or why it was not. Screen readers hear both. */
export function tell(message: string): void {
  notifications.show({ message, autoClose: 4000, closeButtonProps: DISMISS });
}

export function tellWhyNot(reason: unknown): void {
  notifications.show({
    color: 'red',
    title: 'This cannot be done',
    message: reason instanceof Error ? reason.message : String(reason),
    autoClose: 8000,
    closeButtonProps: DISMISS,
  });
}
