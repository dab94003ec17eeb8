import { z } from 'zod';
import { segmentSchema } from './id-schemas';

/** One binding of an environment to an account and region. */
export const placementSchema = z.strictObject({
  /** The binding's name, for people: `acme-prod-eu`. */
  name: z.string().min(1),
  account: z.string().min(1),
  region: z.string().min(1),
  /** `allow_drift` of the binding: out-of-band content is then informational. */
  allowDrift: z.boolean().default(false),
});
export type Placement = z.infer<typeof placementSchema>;

/** What the configuration says of one environment: content of the subject `environment|<name>`. */
export const environmentSettingsSchema = z.strictObject({
  name: segmentSchema,
  placements: z.array(placementSchema),
  /** Parameter Store prefix, `/iac` unless configured (`IAC_PREFIX`). No trailing slash. */
  prefix: z.string().regex(/^\/[^/].*[^/]$|^\/[^/]$/),
  /** `base`: its components are only inherited from, never published or deployed. */
  abstract: z.boolean().default(false),
});
export type EnvironmentSettings = z.infer<typeof environmentSettingsSchema>;
