import type { ComponentId } from '@karma/core';
import { Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTRPC } from '../api/client';
import { useMoment } from '../app/queries';
import { impactOf } from '../app/view';
import { Capped } from '../ui/Capped';
import { CertaintyMark } from '../ui/CertaintyMark';
import { ComponentLink } from '../ui/ComponentLink';
import { LoadFailed } from '../ui/LoadFailed';
import { ViewLink } from '../ui/ViewLink';
import classes from './Inspector.module.css';

/** The components that read one output, how sure that is, and the way to its blast radius. */
export function OutputUsers({ id, output }: { id: ComponentId; output: string }) {
  const trpc = useTRPC();
  const query = useQuery(trpc.outputUsers.queryOptions({ id, output, ...useMoment() }));
  if (query.isPending) return <Skeleton height={24} />;
  if (query.isError) return <LoadFailed what="The users" error={query.error} onRetry={query.refetch} />;
  const { users } = query.data;
  if (users.length === 0) return <p className={classes.none}>Nothing that Karma knows of.</p>;
  return (
    <>
      <ul className={classes.rows}>
        <Capped items={users} keyOf={({ card }) => card.id} first={10}>
          {({ card, certainty }) => (
            <li>
              <ComponentLink id={card.id} note={<CertaintyMark certainty={certainty} />} />
            </li>
          )}
        </Capped>
      </ul>
      <ViewLink className={classes.link} patch={impactOf(id, output)}>
        Blast radius of {output}
      </ViewLink>
    </>
  );
}
