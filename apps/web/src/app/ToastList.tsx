import { getDefaultZIndex } from '@mantine/core';
import { Notifications } from '@mantine/notifications';

/** Where toasts appear: below the bars, in the middle, and behind dialogs. */
export default function ToastList() {
  return <Notifications position="top-center" limit={3} mt={92} zIndex={getDefaultZIndex('modal') - 1} />;
}
