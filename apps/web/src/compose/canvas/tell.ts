import { notifications } from '@mantine/notifications';

/** Says what was done, or why it was not. Screen readers hear both. */
export function tell(message: string): void {
  notifications.show({ message, autoClose: 4000 });
}

export function tellWhyNot(reason: unknown): void {
  notifications.show({
    color: 'red',
    title: 'This cannot be done',
    message: reason instanceof Error ? reason.message : String(reason),
    autoClose: 8000,
  });
}
