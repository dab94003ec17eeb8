import { segmentSchema } from '@karma/core';
import { z } from 'zod';

/** What an account is bound to; unknown keys are kept. */
export const bindingSchema = z.looseObject({
  name: z.string().min(1),
  environment: segmentSchema,
  config_repo: z.string().min(1).optional(),
  config_branch: z.string().min(1).optional(),
  iac_repo: z.string().min(1).optional(),
  iac_branch: z.string().min(1).optional(),
  iac_strict: z.boolean().optional(),
  allow_drift: z.boolean().optional(),
});

/** An account's binding, and where it stands: `account_environments/<name>.json`, or a parameter of the account. */
export type Binding = z.infer<typeof bindingSchema> & { readonly file: string };
