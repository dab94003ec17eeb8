import type { ReportedDeployment } from '../deployments/report-deployment';
import type { SyncLoop } from '../sync/sync-loop';

/** What a webhook makes of a request whose sender is known. */
export interface Answer {
  readonly status: 202 | 400 | 404;
  readonly body: { readonly asked: readonly string[] } | { readonly error: string };
}

/** What webhooks may do. */
export interface HookTools {
  readonly sync: Pick<SyncLoop, 'nudge'>;
  /** As `reportDeployment`, of this configuration and store. */
  readonly report: (deployment: ReportedDeployment) => Promise<string>;
}
