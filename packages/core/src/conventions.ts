import { z } from 'zod';
import { assertionsSchema } from './assertions/assertion';
import { isSegment } from './ids';

/** A component, in the environment of the conventions or with another before it. */
const edgeEndSchema = z.string().refine((name) => {
  const parts = name.split('/');
  return (parts.length === 2 || parts.length === 3) && parts.every(isSegment);
}, 'expected <type>/<nickname> or <environment>/<type>/<nickname>');

/**
 * The conventions: rules 1 to 5 of design, section 6, as data. Ours for Adage are in `adage.ts`; a team's
 * `karma.conventions.json` extends or corrects them.
 */
export const conventionsSchema = z.strictObject({
  $schema: z.string().optional(),
  /** Rule 4: `<consumer type>:<pointer>` → provider type; the value is the nickname. `*` matches any map key or index. */
  references: z.record(z.string().regex(/^[^:]+:\//, '<consumer type>:/<pointer>'), z.string()).default({}),
  /** Identifying keys: type → pointers whose values name the component (`route53-zone` → `/zone_name`). */
  identifyingKeys: z.record(z.string(), z.array(z.string())).default({}),
  /** Words that name a type in a key: `zone` → `route53-zone`; the type itself always counts. */
  typeWords: z.record(z.string(), z.string()).default({}),
  /** Keys in configs and in texts embedded in them whose value is a nickname: key → provider type. */
  textKeys: z.record(z.string(), z.string()).default({}),
  /** Types that publish under other nicknames too, where no module says so: type → pointer of the map of nicknames. */
  aliases: z.record(z.string(), z.string()).default({}),
  /** Types whose parameters of any name hold texts to look into for `textKeys`. */
  textTypes: z.array(z.string()).default([]),
  /** Last words of a key whose value may name a component: `name`, `arn`, `endpoint`. */
  identityWords: z.array(z.string()).default([]),
  /** Keys whose value never names a component, whatever it equals: `stage_name`, `owner`. */
  plainKeys: z.array(z.string()).default([]),
  /** Where the owner of a component stands: pointers, first match wins. */
  ownerPointers: z.array(z.string()).default([]),
  /** Where the tags stand. */
  tagsPointer: z.string().optional(),
  /** Pointers never looked at for references, in addition to tags. */
  ignore: z.array(z.string()).default([]),
  /** What must hold for every component of a type, at each sync and in each plan. */
  assertions: assertionsSchema,
  /** Single edges that people confirmed, declared or rejected. */
  edges: z
    .array(
      z.strictObject({
        from: edgeEndSchema,
        to: edgeEndSchema,
        verdict: z.enum(['confirm', 'declare', 'reject']),
        reason: z.string().optional(),
      }),
    )
    .default([]),
});
export type Conventions = z.infer<typeof conventionsSchema>;
