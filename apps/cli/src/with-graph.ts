import { type ComponentId, componentName } from '@karma/core';
import { findText, NotFoundError, openReads, type Reads } from '@karma/server';
import { configurationOf } from './configuration';
import type { WorldOptions } from './options';

/** Opens the graph as it is stored, for one question. */
export async function withGraph<T>(options: WorldOptions, ask: (reads: Reads) => Promise<T>): Promise<T> {
  const reads = await openReads(configurationOf(options));
  try {
    return await ask(reads);
  } finally {
    await reads.close();
  }
}

/**
 * The component that a text names: by its id, or by the end of it where that is unique (`vpc/main`).
 * @throws NotFoundError with the nearest ids.
 */
export async function findComponent({ views }: Reads, text: string): Promise<ComponentId> {
  return views.ask(undefined, async ({ reader }) => {
    const ids: ComponentId[] = [];
    for await (const id of reader.ids()) ids.push(id);
    const exact = ids.find((id) => id === text);
    if (exact) return exact;
    const ending = ids.filter((id) => id.endsWith(`/${text}`));
    const [only] = ending;
    if (only && ending.length === 1) return only;
    if (ids.length === 0) throw new NotFoundError('The graph is empty. Run `karma ingest` first.');
    const near = ending.length > 0 ? ending : similar(ids, text);
    const hint = near.length === 0 ? '' : ` Did you mean:\n${near.map((id) => `  ${id}`).join('\n')}`;
    throw new NotFoundError(
      ending.length > 0
        ? `"${text}" is several components.${hint}`
        : `There is no component "${text}".${hint}`,
    );
  });
}

function similar(ids: readonly ComponentId[], text: string): ComponentId[] {
  const attempts = [text, text.replaceAll('/', ' '), text.slice(text.lastIndexOf('/') + 1)];
  for (const attempt of attempts) {
    const { hits } = findText([...ids].sort(), { text: attempt, limit: 5 });
    if (hits.length > 0) return hits.map(({ id }) => id);
  }
  const [, , nickname = text] = text.split('/');
  return ids.filter((id) => componentName(id).nickname.startsWith(nickname.slice(0, 3))).slice(0, 5);
}
