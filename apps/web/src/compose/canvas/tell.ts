import { notifications } from '@mantine/notifications';

let told: string | undefined;

/** Says what was done, in place of what was done before. Screen readers hear it. */
export function tell(message: string): void {
  if (told) notifications.hide(told);
  told = notifications.show({ message, autoClose: 4000 });
}

/** Says why something was not done. Screen readers hear it. */
export function tellWhyNot(reason: unknown): void {
  notifications.show({
    color: 'red',
    title: 'This cannot be done',
    message: reason instanceof Error ? reason.message : String(reason),
    autoClose: 8000,
  });
}
