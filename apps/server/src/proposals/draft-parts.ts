import { configPath, type Draft, type DraftFile, draftFiles } from '@karma/editor';
import { type Forge, ForgeError } from '@karma/forge';
import type { ResolvedEnvironment } from '../root/resolve-environments';
import { type DraftPart, partsOf } from './parts-of';

/** One part of a draft with the forge that it goes to, on the base as it is now. */
export interface ForgePart extends DraftPart<DraftFile> {
  readonly forge: Forge;
  readonly tip: string;
}

/**
 * Asks each forge that a draft goes to how its base stands.
 * @throws ForgeError, also for a draft that changes nothing.
 */
export function forgeParts(
  draft: Draft,
  environments: readonly ResolvedEnvironment[],
  forgeOf: (repository: string) => Promise<Forge>,
): Promise<ForgePart[]> {
  const files = draftFiles(draft);
  if (files.length === 0)
    throw new ForgeError('invalid', 'The draft changes nothing: there is nothing to send.');
  return Promise.all(
    partsOf(files, environments).map(async (part) => {
      const forge = await forgeOf(part.place.repository);
      return { ...part, forge, tip: await forge.tip(part.place.branch) };
    }),
  );
}

/** Text of every touched file on the branch that it goes to, by path. @throws ForgeError */
export async function textsAtTips(parts: readonly ForgePart[]): Promise<Map<string, string | null>> {
  const texts = new Map<string, string | null>();
  for (const { forge, tip, files } of parts) {
    const paths = files.map(({ id }) => configPath(id));
    const read = await forge.read(tip, paths);
    for (const [index, path] of paths.entries()) texts.set(path, read[index] ?? null);
  }
  return texts;
}

/** The same parts with the texts of a rebased draft; one that changes nothing any more is left out. */
export function withFiles(parts: readonly ForgePart[], rebased: readonly DraftFile[]): ForgePart[] {
  return parts.flatMap((part) => {
    const own = new Set(part.files.map(({ id }) => id));
    const files = rebased.filter(({ id }) => own.has(id));
    return files.length > 0 ? [{ ...part, files }] : [];
  });
}
