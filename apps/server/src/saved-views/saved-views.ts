import { randomUUID } from 'node:crypto';
import { ConflictError, type Records, type StoredRecord } from '@karma/store';
import { z } from 'zod';
import {
  savedViewContentSchema,
  type savedViewSchema,
  type saveViewInputSchema,
} from '../api/schemas/saved-views';

type SavedView = z.infer<typeof savedViewSchema>;

const KIND = 'saved-view';
const MOST = 1000;

const bodySchema = savedViewContentSchema.extend({ savedBy: z.string().nullable() });

/** Views that people share, with an audit of who saved and deleted which. */
export class SavedViews {
  readonly #records: Records;
  readonly #actor: string | null;

  /** @param actor who acts through this server; `null` where that is not known. */
  constructor(records: Records, actor: string | null) {
    this.#records = records;
    this.#actor = actor;
  }

  /** At most 1,000, by name. */
  async list(): Promise<SavedView[]> {
    const records = await this.#records.list(KIND, { limit: MOST });
    return records.map(recordToView).sort((a, b) => a.name.localeCompare(b.name, 'en'));
  }

  /** @throws ConflictError when it was saved or deleted meanwhile. */
  async save({
    id = randomUUID(),
    version,
    name,
    search,
  }: z.infer<typeof saveViewInputSchema>): Promise<SavedView> {
    const record = await this.#records.put(KIND, id, { name, search, savedBy: this.#actor }, version);
    await this.#note('save', record);
    return recordToView(record);
  }

  /** What is gone already stays gone. @throws ConflictError when it was saved meanwhile. */
  async delete(id: string, version: number): Promise<void> {
    const record = await this.#records.get(KIND, id);
    if (!record) return;
    if (record.version !== version)
      throw new ConflictError(`The view ${id}`, `version ${version}`, `version ${record.version}`);
    await this.#records.delete(KIND, id);
    await this.#note('delete', record);
  }

  async #note(action: 'save' | 'delete', { id, version, updatedAt, body }: StoredRecord): Promise<void> {
    const entry = { action: `${KIND}.${action}`, subject: id, version, actor: this.#actor, body };
    await this.#records.put('audit', `${updatedAt} ${randomUUID()}`, entry, 0);
  }
}

function recordToView({ id, version, updatedAt, body }: StoredRecord): SavedView {
  return { id, version, savedAt: updatedAt, ...bodySchema.parse(body) };
}
