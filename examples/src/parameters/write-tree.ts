import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { jsonText } from '../story/replay';
import type { Parameter } from './parameter';

/** Writes parameters as the file tree that stands in for Parameter Store: `<directory><name>.json`. */
export function writeParameterTree(directory: string, parameters: readonly Parameter[]): void {
  for (const { name, type, versions } of parameters) {
    const file = path.join(directory, `${name}.json`);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(
      file,
      jsonText({
        type,
        versions: versions.map(({ at, principal, value }, index) => ({
          version: index + 1,
          date: at,
          principal,
          value,
        })),
      }),
    );
  }
}
