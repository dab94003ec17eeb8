import { z } from 'zod';

/**
 * Content of a parameter subject. A `SecureString` has a name and no value (`value: null`): never stored.
 * `version` is not part of the content: the same value under a new version is no change (design, section 1); the
 * observation's key carries it.
 */
export const parameterSchema = z.strictObject({
  type: z.enum(['String', 'StringList', 'SecureString']),
  value: z.string().nullable(),
  /** Of a `SecureString` that may be decrypted: a keyed hash of its value, which tells when it changed. */
  digest: z.string().optional(),
});
export type Parameter = z.infer<typeof parameterSchema>;
