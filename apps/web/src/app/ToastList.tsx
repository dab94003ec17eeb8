import { Notifications } from '@mantine/notifications';

/** Where toasts appear: below the bars, in the middle. */
export default function ToastList() {
  return <Notifications position="top-center" limit={3} mt={92} />;
}
