import { useNotifications } from '@mantine/notifications';
import { lazy, Suspense, useEffect, useState } from 'react';

const ToastList = lazy(() => import('./ToastList'));

/** Shows toasts; what draws them is loaded with the first one. */
export function Toasts() {
  const hasSome = useNotifications().notifications.length > 0;
  const [isMounted, setMounted] = useState(false);
  useEffect(() => {
    if (hasSome) setMounted(true);
  }, [hasSome]);
  return <Suspense>{isMounted && <ToastList />}</Suspense>;
}
