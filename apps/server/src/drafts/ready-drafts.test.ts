import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createDraft } from '@karma/editor';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { readyDrafts } from './ready-drafts';

let directory: string;
beforeEach(async () => {
  directory = await mkdtemp(path.join(tmpdir(), 'karma-drafts-'));
});
afterEach(() => rm(directory, { recursive: true, force: true }));

const write = (file: string, text: string) => writeFile(path.join(directory, file), text);

it('offers the drafts of a directory by file name, and none without one', async () => {
  const [first, second] = [createDraft('a', 'First'), createDraft('b', 'Second')];
  await write('2.json', JSON.stringify(second));
  await write('1.json', JSON.stringify(first));
  await write('README.md', 'What they are for.');
  expect(await readyDrafts(directory)).toEqual({ drafts: [first, second], unreadable: [] });
  expect(await readyDrafts(null)).toEqual({ drafts: [], unreadable: [] });
});

it('offers the others when one is broken, and says which and why', async () => {
  const good = createDraft('a', 'Good');
  await write('1-broken.json', '{"version": 1}');
  await write('2-good.json', JSON.stringify(good));
  await write('3-torn.json', '{');
  expect(await readyDrafts(directory)).toEqual({
    drafts: [good],
    unreadable: [
      { file: '1-broken.json', reason: expect.stringContaining('This is not a draft') },
      { file: '3-torn.json', reason: expect.stringContaining('This is not JSON') },
    ],
  });
});

it('says that the directory is not there', async () => {
  const gone = path.join(directory, 'gone');
  expect(await readyDrafts(gone)).toEqual({
    drafts: [],
    unreadable: [{ file: gone, reason: expect.stringContaining('no such file') }],
  });
});
