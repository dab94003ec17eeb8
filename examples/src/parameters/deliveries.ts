import { type ConfigLayer, componentId, effectiveConfig, parseComponentId } from '@karma/core';
import { z } from 'zod';
import type { CommitToMake } from '../git/history';
import type { Account } from './placements';

/** A component's effective config from a commit on; `null` once it is gone from Git. */
export interface Delivery {
  readonly at: string;
  readonly config: Readonly<Record<string, unknown>> | null;
}

const childSchema = z.looseObject({ $extends: z.string().optional() });

/** What the pipeline would publish to an account: for each component (`<type>/<nickname>`) its configs over time. */
export function deliveriesTo(account: Account, commits: readonly CommitToMake[]): Map<string, Delivery[]> {
  const files = new Map<string, string>();
  const deliveries = new Map<string, Delivery[]>();
  for (const commit of commits) {
    let touched = false;
    for (const [path, text] of commit.files)
      if (counts(path, commit.branch, account)) {
        touched = true;
        if (text === null) files.delete(path);
        else files.set(path, text);
      }
    if (touched) deliver(commit.at, files, account.environment, deliveries);
  }
  return deliveries;
}

function counts(path: string, branch: string, account: Account): boolean {
  if (path.startsWith('iac/base/')) return branch === 'main';
  return path.startsWith(`iac/${account.environment}/`) && branch === account.branch;
}

function deliver(
  at: string,
  files: ReadonlyMap<string, string>,
  environment: string,
  deliveries: Map<string, Delivery[]>,
) {
  const configs = new Map<string, Delivery['config']>([...deliveries.keys()].map((name) => [name, null]));
  for (const path of files.keys()) {
    const [, folder, type, nickname] = path.split('/');
    const layers = folder === environment ? chain(path, files) : undefined;
    if (layers !== undefined) configs.set(`${type}/${nickname}`, effectiveConfig(layers).config);
  }
  for (const [name, config] of configs) {
    const before = deliveries.get(name) ?? [];
    const last = before.at(-1)?.config ?? null;
    if (JSON.stringify(config) !== JSON.stringify(last)) deliveries.set(name, [...before, { at, config }]);
  }
}

/** The files that a config inherits from, nearest first; `undefined` when one cannot be read, so nothing is published. */
function chain(path: string, files: ReadonlyMap<string, string>): ConfigLayer[] | undefined {
  const layers: ConfigLayer[] = [];
  for (let file: string | undefined = path; file !== undefined; ) {
    const text = files.get(file);
    const [, environment = '', type = '', nickname = '']: string[] = file.split('/');
    const component = componentId(environment, type, nickname);
    if (text === undefined || parseComponentId(component) === undefined) return undefined;
    if (layers.some((layer) => layer.file === file)) return undefined;
    const parsed = parse(text);
    if (parsed === undefined) return undefined;
    layers.push({ component, file, text });
    const parent: string | undefined = parsed.$extends;
    file =
      parent === undefined
        ? undefined
        : `iac/${parent.split('/').length === 2 ? `${environment}/` : ''}${parent}/config.json`;
  }
  return layers;
}

const MAX_PUBLISHED = 8192;

function parse(text: string): z.infer<typeof childSchema> | undefined {
  if (text.length > MAX_PUBLISHED) return undefined;
  try {
    return childSchema.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}
