import { notifications } from '@mantine/notifications';
import { useQueryClient } from '@tanstack/react-query';
import { useSubscription } from '@trpc/tanstack-react-query';
import { useTRPC } from '../api/client';
import type { LiveEvent } from '../api/types';
import { actorName } from '../ui/actor-name';
import { useLive } from './live-store';

const HIGHLIGHT_MS = 4000;

/** Keeps the page current: what the server says has changed is read again, and said. */
export function useLiveEvents() {
  const trpc = useTRPC();
  const queries = useQueryClient();
  useSubscription(
    trpc.events.subscriptionOptions(
      {},
      {
        onStarted: () => useLive.setState({ connection: 'live' }),
        onConnectionStateChange: ({ state }) => {
          if (state === 'connecting') useLive.setState({ connection: 'offline' });
          if (state === 'pending') useLive.setState({ connection: 'live' });
        },
        onData: (event) => {
          if (event.kind === 'sources') {
            queries.setQueryData(trpc.sources.queryKey({}), event.sources);
            return;
          }
          const known = queries.getQueryData(trpc.overview.queryKey({}))?.head;
          const isNews =
            known && (known.generation !== event.head.generation || known.revision !== event.head.revision);
          if (!isNews) return;
          void queries.invalidateQueries();
          announce(event);
        },
      },
    ),
  );
}

function announce({ touched, latest }: Extract<LiveEvent, { kind: 'head' }>) {
  if (touched) {
    const highlighted = new Set<string>(touched);
    useLive.setState({ touched: highlighted });
    setTimeout(() => {
      if (useLive.getState().touched === highlighted) useLive.setState({ touched: new Set() });
    }, HIGHLIGHT_MS);
  }
  const count = touched?.length ?? 0;
  const what =
    count === 0 ? 'The graph changed' : `${count} ${count === 1 ? 'component' : 'components'} changed`;
  notifications.show({
    title: latest?.actor ? `${what} · ${actorName(latest.actor)}` : what,
    message: latest?.message ?? '',
    autoClose: HIGHLIGHT_MS,
  });
}
