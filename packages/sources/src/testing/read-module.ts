import type { ComponentType } from '@karma/core';
import { interpretModule } from '../terraform/interpret';
import { loadParser } from '../terraform/parse-file';

const CONFIG = `
data "aws_ssm_parameter" "config" { name = "\${var.iac_prefix}/site/\${var.nickname}/config" }
locals { config = jsondecode(data.aws_ssm_parameter.config.value) }
`;

/** Reads a module of the type `site`: text by file name. */
export async function readModule(files: Readonly<Record<string, string>>): Promise<ComponentType> {
  const parse = await loadParser();
  return interpretModule(
    'site',
    Object.entries(files).map(([path, text]) => ({ path, parsed: parse(text) })),
    null,
  );
}

/** The same, with the usual reading of the config beside it. */
export function readConfigured(text: string): Promise<ComponentType> {
  return readModule({ 'config.tf': CONFIG, 'main.tf': text });
}

/** `/key required`, `/key optional = <default>`: what a test looks at. */
export function keysOf({ keys }: ComponentType): string[] {
  return keys.map(({ pointer, required, default: instead }) =>
    [
      pointer,
      required ? 'required' : 'optional',
      ...(instead === undefined ? [] : [JSON.stringify(instead)]),
    ].join(' '),
  );
}

/** `/pointer -> type (consumed, keys) optional`. */
export function referencesOf({ references }: ComponentType): string[] {
  return references.map(({ pointer, nickname, targetType, required, consumes }) => {
    const keys = consumes === 'all' ? 'all' : consumes.join(', ');
    return `${pointer ?? nickname} -> ${targetType} (${keys})${required ? '' : ' optional'}`;
  });
}

/** `key <- /pointer /pointer`. */
export function outputsOf({ outputs }: ComponentType): string[] {
  return outputs.map(({ key, from }) => `${key} <- ${from === 'all' ? 'all' : from.join(' ')}`.trim());
}
