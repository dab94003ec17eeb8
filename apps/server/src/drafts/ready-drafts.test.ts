import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createDraft } from '@karma/editor';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { ReadyDraftError, readyDrafts } from './ready-drafts';

let directory: string;
beforeEach(async () => {
  directory = await mkdtemp(path.join(tmpdir(), 'karma-drafts-'));
});
afterEach(() => rm(directory, { recursive: true, force: true }));

it('offers the drafts of a directory by file name, and none without one', async () => {
  const [first, second] = [createDraft('a', 'First', {}), createDraft('b', 'Second', {})];
  await writeFile(path.join(directory, '2.json'), JSON.stringify(second));
  await writeFile(path.join(directory, '1.json'), JSON.stringify(first));
  await writeFile(path.join(directory, 'README.md'), 'What they are for.');
  expect(await readyDrafts(directory)).toEqual([first, second]);
  expect(await readyDrafts(null)).toEqual([]);
});

it('names the file that is no draft', async () => {
  const file = path.join(directory, 'broken.json');
  await writeFile(file, '{"version": 1}');
  const error = await readyDrafts(directory).catch((reason: unknown) => reason);
  expect(error).toBeInstanceOf(ReadyDraftError);
  expect(error).toMatchObject({ file, reason: expect.stringContaining('This is not a draft') });
});
