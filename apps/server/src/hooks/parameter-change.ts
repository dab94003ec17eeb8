import { z } from 'zod';
import type { SourceStatus } from '../sync/source-status';

/**
 * The event that EventBridge sends when a parameter was created, updated or deleted; what else it holds does not matter:
 * https://docs.aws.amazon.com/systems-manager/latest/userguide/sysman-paramstore-cwe.html
 */
export const parameterChangeSchema = z.object({
  source: z.literal('aws.ssm'),
  'detail-type': z.literal('Parameter Store Change'),
  account: z.string(),
  region: z.string(),
});
export type ParameterChange = z.infer<typeof parameterChangeSchema>;

/** Whether a source reads the Parameter Store that changed. */
export function isOfChange({
  account,
  region,
}: ParameterChange): (source: Pick<SourceStatus, 'name'>) => boolean {
  const name = `parameters:${account}/${region}`;
  return (source) => source.name === name;
}
