import type { z } from 'zod';
import type { serviceStatusSchema } from '../api/schemas/sources';
import type { Context } from '../api/trpc';
import { VERSION } from '../version';
import { headToAnswer } from './mappings';

/** How the service is doing: this process, its store, and every source. */
export async function serviceStatus({
  views,
  sync,
  service,
}: Pick<Context, 'views' | 'sync' | 'service'>): Promise<z.infer<typeof serviceStatusSchema>> {
  const head = await views.store.log.head();
  return {
    version: VERSION,
    now: new Date().toISOString(),
    startedAt: service.startedAt,
    isLeading: sync.isLeading,
    store: { ...service.store, head: headToAnswer(head), observations: head.observations },
    sources: [...sync.statuses],
  };
}
