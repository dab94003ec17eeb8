import type { ServiceStatus } from '../api/types';
import { formatCount } from '../ui/format';
import { Time } from '../ui/Time';
import { Facts } from './Facts';

/** What runs, on which store. */
export function ServiceFacts({ status }: { status: ServiceStatus }) {
  const { version, startedAt, isLeading, store } = status;
  return (
    <Facts
      facts={{
        Version: version,
        Started: <Time at={startedAt} />,
        Store: (
          <>
            {store.kind} · <code>{store.location}</code>
          </>
        ),
        'Last revision': formatCount(store.head.revision),
        Observations: formatCount(store.observations),
        'This process': isLeading ? 'asks the sources' : 'follows another one, which asks the sources',
      }}
    />
  );
}
