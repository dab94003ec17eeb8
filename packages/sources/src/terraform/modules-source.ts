import { type ComponentType, segmentSchema, subjects } from '@karma/core';
import type { FileChange } from '../git/commits';
import { type GitSource, type GitSourceOptions, openGitSource } from '../git/git-source';
import type { Projection, SubjectContent } from '../git/observe-branch';
import { firstSentence } from './description';
import { interpretModule } from './interpret';
import { type FileParser, loadParser } from './parse-file';
import type { ParsedFile } from './syntax';

/** Grows when the same modules are understood differently, so that they are read anew. */
const READING = 1;
const MAX_PARSED = 2000;
const README = 'README.md';

/** Path by blob of one component type. */
type Files = ReadonlyMap<string, string>;

/**
 * What the Terraform modules of a branch offer: `components/<type>/*.tf` as the component type of each environment.
 * @returns a source named `modules:<branch>`; one observation a commit that touched a module.
 */
export function openModulesSource(options: GitSourceOptions): GitSource {
  const read = moduleReader();
  return openGitSource(`modules:${options.branch}`, options, () =>
    modulesProjection(options.environments, read),
  );
}

type ReadModule = (type: string, files: Files, texts: ReadonlyMap<string, string>) => Promise<ComponentType>;

function modulesProjection(environments: readonly string[], readModule: ReadModule): Projection {
  return {
    scope: `${READING} ${[...environments].sort().join(',')}`,
    paths: ['components'],
    concerns(path) {
      const [root, type, file = '', ...deeper] = path.split('/');
      const isOurs = file.endsWith('.tf') || file === README;
      return root === 'components' && isOurs && deeper.length === 0 && segmentSchema.safeParse(type).success;
    },
    async begin(files) {
      let modules: ReadonlyMap<string, Files> = applied(new Map(), await files());
      return (changes) => {
        modules = applied(modules, changes);
        const touched = [...new Set(changes.map(({ path }) => typeOf(path)))].sort();
        const now = touched.map((type) => ({ type, files: modules.get(type) ?? new Map<string, string>() }));
        return {
          blobs: now.flatMap((module) => [...module.files.values()]),
          async subjects(texts) {
            const found: SubjectContent[] = [];
            for (const { type, files } of now) {
              const isModule = [...files.keys()].some((path) => path.endsWith('.tf'));
              const content = isModule ? JSON.stringify(await readModule(type, files, texts)) : null;
              for (const environment of environments)
                found.push({ subject: subjects.type(environment, type), content });
            }
            return found;
          },
        };
      };
    },
  };
}

function typeOf(path: string): string {
  return path.split('/')[1] ?? '';
}

function applied(modules: ReadonlyMap<string, Files>, changes: readonly FileChange[]): Map<string, Files> {
  const next = new Map(modules);
  const copies = new Map<string, Map<string, string>>();
  for (const { path, blob } of changes) {
    const type = typeOf(path);
    const files = copies.get(type) ?? new Map(modules.get(type));
    if (blob === null) files.delete(path);
    else files.set(path, blob);
    copies.set(type, files);
    next.set(type, files);
  }
  return next;
}

const EMPTY: ParsedFile = { attributes: [], blocks: [], comment: '', error: undefined };
const TOO_DEEP = { line: 1, message: 'It is nested too deeply to be read.' };

function parseSafely(parse: FileParser, text: string): ParsedFile {
  try {
    return parse(text);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return { ...EMPTY, error: TOO_DEEP };
  }
}

/** Parses each version of a file once, however many commits hold it. */
function moduleReader(): ReadModule {
  const parsed = new Map<string, ParsedFile>();
  return async (type, files, texts) => {
    const parse = await loadParser();
    const read = (blob: string): ParsedFile => {
      const known = parsed.get(blob) ?? parseSafely(parse, texts.get(blob) ?? '');
      parsed.set(blob, known);
      return known;
    };
    const sorted = [...files].sort(([a], [b]) => (a < b ? -1 : 1));
    const sources = sorted
      .filter(([path]) => path.endsWith('.tf'))
      .map(([path, blob]) => ({ path, parsed: read(blob) }));
    for (const blob of parsed.keys()) {
      if (parsed.size <= MAX_PARSED) break;
      parsed.delete(blob);
    }
    const readme = sorted.find(([path]) => path.endsWith(`/${README}`))?.[1];
    const main = sources.find(({ path }) => path.endsWith('/main.tf')) ?? sources[0];
    const description =
      firstSentence((readme && texts.get(readme)) ?? '') ?? firstSentence(main?.parsed.comment ?? '');
    try {
      return interpretModule(type, sources, description);
    } catch (error) {
      // Its values are nested more deeply than the stack is: no module that anybody runs.
      if (!(error instanceof RangeError)) throw error;
      const nothing = { path: main?.path ?? type, parsed: { ...EMPTY, error: TOO_DEEP } };
      return interpretModule(type, [nothing], description);
    }
  };
}
