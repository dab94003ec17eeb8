import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { World } from './world';

/** Puts a new version of a parameter into the tree that stands for an account's Parameter Store. */
export async function putParameter(
  world: World,
  placement: string,
  name: string,
  change: (value: Record<string, unknown>) => Record<string, unknown>,
): Promise<void> {
  const file = path.join(path.dirname(world.config), 'parameters', placement, `${name}.json`);
  const parameter = JSON.parse(await readFile(file, 'utf8'));
  const last = parameter.versions.at(-1);
  parameter.versions.push({
    version: last.version + 1,
    date: new Date().toISOString(),
    principal: 'arn:aws:sts::543210987654:assumed-role/pipeline/run',
    value: JSON.stringify(change(JSON.parse(last.value))),
  });
  await writeFile(file, JSON.stringify(parameter, null, 2));
}
