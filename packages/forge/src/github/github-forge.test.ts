import { type GitHub, startGitHub } from '@karma/test-services';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { ForgeError, MovedBaseError, SentElsewhereError } from '../errors';
import { API, type Emulated, emulatedRepository, VPC } from './emulated.testing';

let github: GitHub;
let repository: Emulated;
beforeAll(async () => {
  github = await startGitHub();
});
afterAll(() => github.stop());
beforeEach(async () => {
  repository = await emulatedRepository(github);
});

const pulls = () => repository.ask('GET', '/pulls?state=all');

describe('sending a proposal to GitHub', () => {
  it('makes a branch with one commit of the touched files, and a pull request', async () => {
    const { forge, ask, request } = repository;
    const base = await forge.tip('main');
    const sent = await forge.send(await request());
    expect(sent.url).toContain(`/pull/${sent.number}`);
    expect(await forge.tip('karma/wider-d1')).toBe(sent.commit);
    expect(await ask('GET', `/git/commits/${sent.commit}`)).toMatchObject({
      parents: [{ sha: base }],
      message: expect.stringMatching(/^Widen the network\n\nKarma-Draft: d1 1 [0-9a-f]{40}$/),
    });
    expect(await ask('GET', `/compare/main...${sent.commit}`)).toMatchObject({ ahead_by: 1 });
    expect(await forge.read(sent.commit, [VPC, API])).toEqual(['{ "cidr": "10.0.0.0/8" }\n', null]);
    expect(await ask('GET', `/pulls/${sent.number}`)).toMatchObject({
      title: 'Widen the network',
      body: 'Because it is full.',
      state: 'open',
    });
  });

  it('brings the same branch and pull request up to date', async () => {
    const { forge, ask, request } = repository;
    const first = await forge.send(await request());
    const second = await forge.send(await request({ title: 'Widen it more', previous: first.commit }));
    expect(second.number).toBe(first.number);
    expect(second.commit).not.toBe(first.commit);
    expect(await pulls()).toMatchObject([{ title: 'Widen it more' }]);
    await forge.describe(second, { title: 'Other', body: 'See also #2' });
    expect(await ask('GET', `/pulls/${second.number}`)).toMatchObject({ title: 'Other' });
  });

  it('notices a base that moved before it writes anything, and a branch that is not its own', async () => {
    const { forge, ask, request } = repository;
    const stale = await request();
    await ask('PUT', '/contents/x', { message: 'Meanwhile', content: '' });
    await expect(forge.send(stale)).rejects.toThrow(MovedBaseError);
    const ref = 'refs/heads/karma/wider-d1';
    await ask('POST', '/git/refs', { ref, sha: await forge.tip('main') });
    await expect(forge.send(await request())).rejects.toThrow("commits that are not Karma's");
    expect(await pulls()).toEqual([]);
  });

  it('goes on with a branch that was made and never recorded, unless a later attempt made it', async () => {
    const { forge, request } = repository;
    const lost = await forge.send(await request({ draft: { id: 'd1', attempt: 1 } }));
    const again = await forge.send(await request({ draft: { id: 'd1', attempt: 2 } }));
    expect(again.number).toBe(lost.number);
    await expect(forge.send(await request({ draft: { id: 'd1', attempt: 1 } }))).rejects.toThrow(
      SentElsewhereError,
    );
    await expect(forge.send(await request({ draft: { id: 'other', attempt: 9 } }))).rejects.toThrow(
      "commits that are not Karma's",
    );
    expect(await forge.tip('karma/wider-d1')).toBe(again.commit);
  });

  it('says what became of it', async () => {
    const { forge, ask, request } = repository;
    const sent = await forge.send(await request());
    expect(await forge.stateOf(sent, await request())).toEqual({ state: 'open' });
    await expect(forge.merge(sent, await request())).rejects.toThrow(`merged at ${sent.url}`);
    await ask('PUT', `/pulls/${sent.number}/merge`, { merge_method: 'merge' });
    expect(await forge.stateOf(sent, await request())).toMatchObject({ state: 'merged' });
  });

  it('reads what a commit has, a few files at a time', async () => {
    const { forge } = repository;
    const none = Array.from({ length: 40 }, (_, index) => `iac/dev/none/x${index}/config.json`);
    const texts = await forge.read(await forge.tip('main'), [...none, VPC]);
    expect(texts).toEqual([...none.map(() => null), '{ "cidr": "10.0.0.0/16" }\n']);
    expect(github.mostAtOnce).toBeLessThanOrEqual(8);
    expect(github.mostAtOnce).toBeGreaterThan(1);
  });

  it('says what is missing', async () => {
    const { forge, request } = repository;
    await expect(forge.tip('none')).rejects.toThrow(/^ada\/config-\d+ has no branch none/);
    await expect(forge.send(await request({ files: [{ path: '../x', text: '' }] }))).rejects.toThrow(
      ForgeError,
    );
  });
});
