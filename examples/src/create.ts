import { cpSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { createRepository } from './git/fast-import';
import { karmaConfig } from './karma-config';
import { parametersOf } from './parameters/parameters-of';
import { ACCOUNTS } from './parameters/placements';
import { writeParameterTree } from './parameters/write-tree';
import { CONFIG_AUTUMN } from './story/config-autumn';
import { CONFIG_SPRING } from './story/config-spring';
import { CONFIG_SUMMER } from './story/config-summer';
import { MODULES_STORY } from './story/modules-story';
import { jsonText, replay } from './story/replay';

/** Where the parts of the example organisation lie. */
export interface Example {
  /** Git repositories, `main` checked out; `dev` is beside it. */
  readonly configRepository: string;
  readonly modulesRepository: string;
  readonly parameterTrees: readonly {
    readonly account: string;
    readonly region: string;
    readonly directory: string;
  }[];
  /** `karma.config.json` that brings them together; written last. */
  readonly karmaConfig: string;
}

const ORGANISATION = fileURLToPath(new URL('../organisation/', import.meta.url));

/**
 * Creates Halyard, a fictional parcel carrier, in an empty or new directory: a config repo with its history, Terraform
 * modules, and the parameters of four accounts. The same bytes and commit ids every time; see
 * `docs/example-organisation.md` for what is in it.
 */
export async function createExample({ directory }: { readonly directory: string }): Promise<Example> {
  const root = path.resolve(directory);
  const configRepository = path.join(root, 'config');
  const modulesRepository = path.join(root, 'iac');
  const commits = replay([...CONFIG_SPRING, ...CONFIG_SUMMER, ...CONFIG_AUTUMN], filesBelow('config'));
  createRepository(configRepository, commits);
  createRepository(modulesRepository, replay(MODULES_STORY, filesBelow('modules')));
  const parameterTrees = ACCOUNTS.map((account) => {
    const tree = path.join(root, 'parameters', account.name);
    writeParameterTree(tree, parametersOf(account, commits));
    return { account: account.account, region: account.region, directory: tree };
  });
  cpSync(path.join(ORGANISATION, 'drafts'), path.join(root, 'drafts'), { recursive: true });
  const file = path.join(root, 'karma.config.json');
  writeFileSync(file, jsonText(karmaConfig()));
  return { configRepository, modulesRepository, parameterTrees, karmaConfig: file };
}

/** Files of a part of the organisation by path; JSON in one and the same layout, whoever formatted it last. */
function filesBelow(part: string): Map<string, string> {
  const folder = path.join(ORGANISATION, part);
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  const files = entries
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)).replaceAll(path.sep, '/'));
  return new Map(
    files.sort().map((file) => {
      const text = readFileSync(path.join(folder, file), 'utf8');
      return [file, file.endsWith('.json') ? jsonText(JSON.parse(text)) : text];
    }),
  );
}
