import { z } from 'zod';

const version = z.number().int().positive();
const date = z.iso.datetime({ offset: true }).transform((text) => new Date(text).toISOString());
const facts = { version, date, principal: z.string().nullable().default(null) };

const plainVersion = z.strictObject({ ...facts, value: z.string() });
/** A secret that somebody wrote down all the same is dropped here and goes nowhere. */
const secureVersion = z
  .strictObject({ ...facts, value: z.unknown().optional() })
  .transform(({ version, date, principal }) => ({ version, date, principal, value: null }));

/** The later of two ISO 8601 texts in UTC. */
export function later(a: string, b: string): string {
  return a > b ? a : b;
}

/** Oldest first, whatever the order in the file; a version is never dated before the one that it follows. */
function inOrder<V extends { readonly version: number; readonly date: string }>(versions: readonly V[]) {
  let latest = '';
  return [...versions]
    .sort((a, b) => a.version - b.version)
    .map((one) => {
      latest = later(one.date, latest);
      return { ...one, date: latest };
    });
}

function areDistinct(versions: readonly { readonly version: number }[]): boolean {
  return new Set(versions.map(({ version }) => version)).size === versions.length;
}
const ONCE = 'each version may be there once';

/** One file of a parameter tree: a parameter with its versions. */
export const parameterFileSchema = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.enum(['String', 'StringList']),
    versions: z.array(plainVersion).min(1).refine(areDistinct, ONCE).transform(inOrder),
  }),
  z.strictObject({
    type: z.literal('SecureString'),
    versions: z.array(secureVersion).min(1).refine(areDistinct, ONCE).transform(inOrder),
  }),
]);
export type ParameterFile = z.infer<typeof parameterFileSchema>;
