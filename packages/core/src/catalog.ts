import { z } from 'zod';

/** A file and a line (from 1) in the modules repo. */
export const sourceLineSchema = z.strictObject({ file: z.string(), line: z.number().int().positive() });

/** A key of a type's config, as its module reads it. Paths are JSON Pointers; `*` stands for any map key or index. */
export const configKeySchema = z.strictObject({
  pointer: z.string(),
  required: z.boolean(),
  /** The default where the module shows one; absent when there is none or it is not a literal. */
  default: z.json().optional(),
  /** JSON type, where the module or the configs seen tell. */
  type: z.enum(['string', 'number', 'boolean', 'array', 'object', 'unknown']),
  at: z.array(sourceLineSchema),
});

/** The module reads another component's parameter through a key of its own config (rule 3). */
export const moduleReferenceSchema = z.strictObject({
  /** JSON Pointer in the config of the key that holds the nickname; `null` when the module names it outright. */
  pointer: z.string().nullable(),
  /** Type of the component referred to, `external.<type>` for `/external/...`. */
  targetType: z.string(),
  /** The nickname when the module names it outright. */
  nickname: z.string().nullable(),
  required: z.boolean(),
  /** Output keys read, sorted; `'all'` when it cannot be known. */
  consumes: z.union([z.literal('all'), z.array(z.string())]),
  at: sourceLineSchema,
});

/** One output that the module publishes below `<prefix>/<type>/<nickname>/runtime`. */
export const outputSchema = z.strictObject({
  key: z.string(),
  /** Pointers of the config keys that flow into the value, sorted; `'all'` when it cannot be known. */
  from: z.union([z.literal('all'), z.array(z.string())]),
  at: z.array(sourceLineSchema),
});

/** The module also publishes under other nicknames: one for each key of a map in its config. */
export const aliasSchema = z.strictObject({
  /** Type under which it is published; usually the type itself. */
  type: z.string(),
  /** JSON Pointer of the map whose keys are the nicknames, for example `/functions`. */
  pointer: z.string(),
  at: sourceLineSchema,
});

export const typeProblemSchema = z.strictObject({
  file: z.string(),
  line: z.number().int().positive().nullable(),
  message: z.string(),
});

/** What a Terraform module offers. Content of the subject `type|<environment>|<type>`. */
export const componentTypeSchema = z.strictObject({
  name: z.string(),
  /** First sentence of the module's README or leading comment, when there is one. */
  description: z.string().nullable(),
  keys: z.array(configKeySchema),
  references: z.array(moduleReferenceSchema),
  outputs: z.array(outputSchema),
  /** Whether `outputs` is all there is: false when some key is computed. */
  outputsKnown: z.boolean(),
  aliases: z.array(aliasSchema),
  /** Files that could not be read; the rest of the module counts. */
  problems: z.array(typeProblemSchema),
  files: z.array(z.string()),
});

export type SourceLine = z.infer<typeof sourceLineSchema>;
export type ConfigKey = z.infer<typeof configKeySchema>;
export type ModuleReference = z.infer<typeof moduleReferenceSchema>;
export type Output = z.infer<typeof outputSchema>;
export type Alias = z.infer<typeof aliasSchema>;
export type TypeProblem = z.infer<typeof typeProblemSchema>;
export type ComponentType = z.infer<typeof componentTypeSchema>;
