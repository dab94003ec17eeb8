import { z } from 'zod';

/**
 * The event that EventBridge sends when a parameter was created, updated or deleted; only which store it was counts:
 * https://docs.aws.amazon.com/systems-manager/latest/userguide/sysman-paramstore-cwe.html
 */
const changeEventSchema = z
  .object({
    source: z.literal('aws.ssm'),
    'detail-type': z.literal('Parameter Store Change'),
    account: z.string(),
    region: z.string(),
  })
  .transform(({ account, region }) => ({ account, region }));

/** In which Parameter Store something changed. */
export type ParameterChange = z.infer<typeof changeEventSchema>;

/** Reads an event of EventBridge, as JSON; `null` when the text is none. */
export function readChangeEvent(text: string): ParameterChange | null {
  try {
    return changeEventSchema.safeParse(JSON.parse(text)).data ?? null;
  } catch {
    return null;
  }
}
