import { z } from 'zod';

/** Content of a state subject: what one Terraform state says of a component in a placement. */
export const terraformStateSchema = z.strictObject({
  /** Grows with every change of the state. */
  serial: z.int().nonnegative(),
  /** How many instances of resources it manages; 0 after a destroy. */
  resources: z.int().nonnegative(),
  /** Sorted by key. A sensitive one is a name without a value. */
  outputs: z.array(
    z.union([
      z.strictObject({ key: z.string(), sensitive: z.literal(true) }),
      z.strictObject({ key: z.string(), sensitive: z.literal(false), value: z.json() }),
    ]),
  ),
});
export type TerraformState = z.infer<typeof terraformStateSchema>;

/** Content of a report subject: a pipeline said that it deployed a component in a placement. */
export const deploymentReportSchema = z.strictObject({
  /** ISO 8601, UTC, when it was deployed: two deployments of one version differ. */
  at: z.iso.datetime(),
  /** What was deployed, such as a commit or a version. */
  version: z.string().max(200).nullable(),
  /** Where to read more, such as the run of the pipeline. */
  url: z
    .url({ protocol: /^https?$/ })
    .max(2000)
    .nullable(),
});
export type DeploymentReport = z.infer<typeof deploymentReportSchema>;
