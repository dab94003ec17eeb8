import { z } from 'zod';
import { SEVERITIES } from '../finding';

function isPattern(text: string): boolean {
  try {
    new RegExp(text);
    return true;
  } catch {
    return false;
  }
}

/** Where an assertion looks; exactly one of them. */
const placeSchema = z.strictObject({
  /** Pointer in the effective config; `*` matches any map key or index. */
  config: z.string().regex(/^\//, 'expected a pointer such as /backup_days').optional(),
  /** Key of an output, in each placement that reports outputs. */
  output: z.string().min(1).optional(),
  /** Components of this type, or `*`, that it depends on. */
  dependsOn: z.string().min(1).optional(),
  /** Components of this type, or `*`, that depend on it. */
  usedBy: z.string().min(1).optional(),
});

/** What has to hold there; at least one of them, and all that are given. */
const expectationSchema = z.strictObject({
  equals: z.unknown().optional(),
  oneOf: z.array(z.unknown()).min(1).optional(),
  /** A regular expression, found anywhere in the value. */
  matches: z.string().refine(isPattern, 'expected a regular expression').optional(),
  /** A number itself; of a list or map, how many it holds. */
  atLeast: z.number().optional(),
  atMost: z.number().optional(),
  /** Nothing may be there. */
  absent: z.literal(true).optional(),
  /** What is not set is fine too. */
  optional: z.boolean().optional(),
});

const PLACES = placeSchema.keyof().options;
const CHECKS = expectationSchema.keyof().exclude(['optional']).options;

/** Something that must hold for every component of a type (design, section 7). */
const assertionSchema = z
  .strictObject({
    /** Says what must hold, to people; one of its kind within a type. */
    name: z.string().min(1).max(200),
    severity: z.enum(SEVERITIES).default('warning'),
    /** Left out: in all environments. */
    environments: z.array(z.string()).min(1).optional(),
    /** The way out, where it is another than the obvious one. */
    remedy: z.string().optional(),
    ...placeSchema.shape,
    ...expectationSchema.shape,
  })
  .refine(
    (assertion) => PLACES.filter((place) => assertion[place] !== undefined).length === 1,
    `expected exactly one of ${PLACES.join(', ')}`,
  )
  .refine(
    (assertion) => CHECKS.some((check) => assertion[check] !== undefined),
    `expected at least one of ${CHECKS.join(', ')}`,
  );

export type Assertion = z.infer<typeof assertionSchema>;
export type Expectation = z.infer<typeof expectationSchema>;

/** By type; `*` stands for every type. */
export const assertionsSchema = z
  .record(
    z.string(),
    z
      .array(assertionSchema)
      .refine(
        (assertions) => new Set(assertions.map(({ name }) => name)).size === assertions.length,
        'expected each name once',
      ),
  )
  .default({});
