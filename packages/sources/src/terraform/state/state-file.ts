import { type TerraformState, terraformStateSchema } from '@karma/core';
import { z } from 'zod';
import { readJson } from '../../read-json';
import type { SourceProblem } from '../../source';

/**
 * Format 4 of Terraform and OpenTofu, the parts that count. What resources hold, which may be secret, is not looked at.
 * Source: the Terraform repository, internal/states/statefile/version4.go.
 */
const stateFileSchema = z.object({
  version: z.literal(4),
  serial: z.int().nonnegative(),
  outputs: z
    .record(z.string(), z.object({ value: z.json().optional(), sensitive: z.boolean().default(false) }))
    .default({}),
  resources: z
    .array(z.object({ mode: z.string().default('managed'), instances: z.array(z.unknown()).default([]) }))
    .default([]),
});

type Read =
  | { readonly state: TerraformState; readonly problem: null }
  | { readonly state: null; readonly problem: SourceProblem };

/** @returns what counts of a state file; or why it cannot be read, without a word of its content. */
export function readStateFile(file: string, text: string): Read {
  const { value, problem } = readJson(file, text, stateFileSchema);
  if (problem) return { state: null, problem };
  const outputs = Object.entries(value.outputs)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, { value: content = null, sensitive }]) =>
      sensitive ? { key, sensitive: true as const } : { key, sensitive: false as const, value: content },
    );
  const managed = value.resources.filter(({ mode }) => mode === 'managed');
  const resources = managed.reduce((count, { instances }) => count + instances.length, 0);
  return { state: terraformStateSchema.parse({ serial: value.serial, resources, outputs }), problem: null };
}
