import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createExample } from '@karma/examples';
import { parse } from '@karma/query';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadConfig } from '../config/load-config';
import { GraphIndex } from '../graph-index/graph-index';
import { type Karma, openKarma } from '../root/open-karma';
import { placementNames } from '../root/placement-names';
import { Views } from '../view/views';
import { answerQuery } from './answer-query';

const document = readFileSync(new URL('../../../../docs/query-language.md', import.meta.url), 'utf8');

/** Rows of a query, words and an answer, or of a field, words, a query and an answer. */
const examples = document.split('\n').flatMap((line) => {
  const [first = '', , third = '', fourth] = line
    .split('|')
    .slice(1, -1)
    .map((cell) => cell.trim());
  const [query, answer] = fourth === undefined ? [first, third] : [third, fourth];
  const isAnswer = /^(`[\w./-]+`(, `[\w./-]+`)*|\d+ components?)$/.test(answer);
  return isAnswer ? [{ query: query.slice(1, -1), answer }] : [];
});

describe('the examples of docs/query-language.md', () => {
  const directory = mkdtempSync(path.join(tmpdir(), 'karma-documentation-'));
  let karma: Karma;
  let views: Views;

  beforeAll(async () => {
    const configuration = loadConfig((await createExample({ directory })).karmaConfig);
    karma = await openKarma(configuration);
    await karma.sync();
    const clock = () => new Date('2026-11-21T12:00:00Z');
    views = new Views(karma.store, new GraphIndex(karma.store), placementNames(configuration), clock);
  });

  afterAll(async () => {
    await karma.close();
    rmSync(directory, { recursive: true });
  });

  it('are all read', () => expect(examples.length).toBeGreaterThanOrEqual(28));

  it.each(examples)('$query', async ({ query, answer }) => {
    const { cards, total, unknown } = await views.ask(undefined, (view) =>
      answerQuery(view, parse(query), 100),
    );
    const ids = cards.map(({ id }) => `\`${id}\``).join(', ');
    expect(/^\d/.test(answer) ? `${total} component${total === 1 ? '' : 's'}` : ids).toBe(answer);
    expect(unknown).toEqual([]);
  });
});
