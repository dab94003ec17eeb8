import { execFileSync } from 'node:child_process';
import { renameSync } from 'node:fs';
import { createDraft, type Draft } from '@karma/editor';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Karma } from '../root/open-karma';
import { NotFoundError } from '../view/not-found-error';
import type { Proposal, SentPart } from './proposal-record';
import type { Proposals } from './proposals';
import { DEV, edited, type Organisation, openOrganisation, PROD, TEXT } from './proposals.testing';

let organisation: Organisation;
let karma: Karma;
let proposals: Proposals;
let git: Organisation['git'];
let commit: Organisation['commit'];
beforeEach(async () => {
  organisation = await openOrganisation();
  ({ karma, git, commit } = organisation);
  proposals = organisation.proposals();
});
afterEach(() => organisation.close());

const repository = () => organisation.repository;
const at = (branch: string) => ({ repository: repository(), branch });
const draft = () => edited(createDraft('d1f2', 'Wider network'), PROD, '/cidr', '10.0.0.0/8');
const send = async (sent: Draft) => {
  const result = await proposals.send({ draft: sent, title: 'Widen', summary: 'Full.', link: null });
  if (result.kind !== 'sent') throw new Error('It collided.');
  return result.proposal;
};

describe('sending a draft', () => {
  it('makes a branch with its plan, that can be merged and is followed', async () => {
    const proposal = await send(draft());
    const [part] = proposal.parts;
    expect(part).toMatchObject({
      base: 'main',
      branch: 'karma/wider-network-d1f2-main',
      state: 'open',
      canMerge: true,
    });
    expect(proposal.plan).toMatchObject({ warnings: 1, components: [{ id: PROD, kind: 'changed' }] });
    expect(git('diff', '--numstat', 'main', part?.branch ?? '')).toBe('1\t1\tiac/prod/vpc/main/config.json');
    expect(git('log', '-1', '--format=%an: %s', part?.branch ?? '')).toBe('Grace: Widen');
    for (const none of [at('karma/none'), { ...at(part?.branch ?? ''), repository: '/elsewhere' }])
      await expect(proposals.merge(proposal.id, none)).rejects.toThrow(NotFoundError);

    expect((await proposals.refresh(proposal.id)).version).toBe(proposal.version);
    const merged = await proposals.merge(proposal.id, at(part?.branch ?? ''));
    expect(merged.parts.map(({ state }) => state)).toEqual(['merged']);
    expect(merged.sentAt).toBe(proposal.sentAt);
    expect(git('show', 'main:iac/prod/vpc/main/config.json')).toContain('10.0.0.0/8');
    expect(await proposals.list({ limit: 50 })).toEqual([merged]);
  });

  it('follows it through the sources, and says when the forge cannot be asked', async () => {
    const { id: sent } = await send(draft());
    expect(await proposals.open()).toEqual([sent]);
    const stage = async () => (await proposals.detail(await proposals.get(sent))).progress.stage;
    expect(await stage()).toBe('proposed');
    await proposals.merge(sent, at('karma/wider-network-d1f2-main'));
    await karma.sync();
    expect(await stage()).toBe('merged');
    expect(await proposals.open()).toEqual([]);

    const other = await send({ ...edited(draft(), PROD, '/size', 2), id: 'd2' });
    git('branch', '--delete', '--force', other.parts[0]?.branch ?? '');
    renameSync(repository(), `${repository()}.away`);
    await expect(proposals.refresh(other.id)).rejects.toThrow();
    expect((await proposals.detail(other)).trouble).not.toBeNull();
    renameSync(`${repository()}.away`, repository());
    expect((await proposals.detail(await proposals.refresh(other.id))).trouble).toBeNull();
  });

  it('updates the same branch when it is edited again', async () => {
    const first = await send(draft());
    const second = await send(edited(draft(), PROD, '/size', 2));
    expect(second.parts.map(({ branch }) => branch)).toEqual(first.parts.map(({ branch }) => branch));
    expect(git('rev-list', '--count', `main..${second.parts[0]?.branch}`)).toBe('1');
    expect(git('show', `${second.parts[0]?.branch}:iac/prod/vpc/main/config.json`)).toContain('"size": 2');
  });

  it('becomes one proposal for each branch that it touches', async () => {
    const proposal = await send(edited(draft(), DEV, '/size', 3));
    expect(proposal.parts.map(({ base, environments }) => [base, environments])).toEqual([
      ['main', ['prod']],
      ['dev', ['dev']],
    ]);
    const [main, dev] = proposal.parts;
    expect(git('diff', '--name-only', 'main', main?.branch ?? '')).toBe('iac/prod/vpc/main/config.json');
    expect(git('diff', '--name-only', 'dev', dev?.branch ?? '')).toBe('iac/dev/vpc/main/config.json');
    const said = (part = main) => git('log', '-1', '--format=%B', part?.branch ?? '');
    expect(said(main)).toContain(`Goes together with \`${dev?.branch}\` into \`dev\`.`);
    expect(said(dev)).toContain(`Goes together with \`${main?.branch}\` into \`main\`.`);
  });

  it('goes onto a base that moved where nothing collides', async () => {
    commit({ 'iac/prod/vpc/main/config.json': TEXT.replace('"size": 1', '"size": 5') });
    const { parts } = await send(draft());
    const text = git('show', `${parts[0]?.branch}:iac/prod/vpc/main/config.json`);
    expect(JSON.parse(text)).toEqual({ cidr: '10.0.0.0/8', size: 5 });
  });

  it('sends nothing where it collides, and shows the three versions', async () => {
    commit({ 'iac/prod/vpc/main/config.json': TEXT.replace('10.0.0.0/16', '10.9.0.0/16') });
    const result = await proposals.send({ draft: draft(), title: 'Widen', summary: '', link: null });
    expect(result).toMatchObject({
      kind: 'collided',
      collisions: [
        { id: PROD, pointer: '/cidr', base: '10.0.0.0/16', mine: '10.0.0.0/8', theirs: '10.9.0.0/16' },
      ],
    });
    expect(git('branch', '--list', 'karma/*')).toBe('');
    expect(await proposals.list({ limit: 50 })).toEqual([]);
  });

  it('says beforehand where it would go', async () => {
    const local = { repository: repository(), canMerge: true };
    expect(await proposals.targets([DEV, PROD])).toEqual([
      { ...local, base: 'dev', environments: ['dev'], ids: [DEV] },
      { ...local, base: 'main', environments: ['prod'], ids: [PROD] },
    ]);
  });

  it('gets another branch when it goes on after it was merged', async () => {
    const first = await send(draft());
    await proposals.merge(first.id, at('karma/wider-network-d1f2-main'));
    const second = await send(edited(draft(), PROD, '/size', 2));
    expect(second.parts.map(({ branch, state }) => [branch, state])).toEqual([
      ['karma/wider-network-d1f2-main-2', 'open'],
      ['karma/wider-network-d1f2-main', 'merged'],
    ]);
  });

  it('gets another branch when it was merged by other means', async () => {
    const [first] = (await send(draft())).parts;
    git('merge', '--quiet', '--no-ff', '--message', 'Merge', first?.branch ?? '');
    git('branch', '--quiet', '-D', first?.branch ?? '');
    const again = await send(edited(draft(), PROD, '/size', 9));
    expect(again.parts.map(({ branch, state }) => [branch, state])).toEqual([
      ['karma/wider-network-d1f2-main-2', 'open'],
      ['karma/wider-network-d1f2-main', 'merged'],
    ]);
  });

  it('goes on with the branches that were made before one failed', async () => {
    const both = edited(draft(), DEV, '/size', 3);
    git('branch', 'karma/wider-network-d1f2-dev', 'dev');
    await expect(send(both)).rejects.toThrow("commits that are not Karma's");
    expect((await proposals.list({ limit: 50 }))[0]?.parts.map(({ base }) => base)).toEqual(['main']);
    git('branch', '--quiet', '-D', 'karma/wider-network-d1f2-dev');
    expect((await send(both)).parts.map(({ base }) => base)).toEqual(['main', 'dev']);
  });

  it('still tells of an open branch that it no longer touches', async () => {
    const sent = await send(edited(draft(), DEV, '/size', 3));
    const again = await send(draft());
    expect(again.parts).toMatchObject([{ base: 'main' }, sent.parts[1] ?? {}]);
  });

  it('lists all that were sent page by page, the latest first', async () => {
    const { records } = karma.store;
    const { id: _id, version: _version, ...content } = await send(draft());
    for (let n = 0; n < 210; n++) {
      // Several at the same time.
      const sentAt = new Date(Date.UTC(2026, 0, 1) + ((n * 7) % 40) * 1000).toISOString();
      await records.put('proposal', `a${String(n).padStart(3, '0')}`, { ...content, sentAt }, 0);
    }
    const all = await proposals.list({ limit: 500 });
    expect(all).toHaveLength(211);
    expect(all[0]?.id).toBe('d1f2');
    const times = all.map(({ sentAt }) => sentAt);
    expect(times).toEqual([...times].sort().reverse());

    const paged: Proposal[] = [];
    for (let page = all; page.length > 0; ) {
      const before = paged.at(-1);
      page = await proposals.list({ limit: 10, ...(before && { before }) });
      paged.push(...page);
    }
    expect(paged).toEqual(all);
    expect(await proposals.open()).toHaveLength(211);
  });

  it('tells branches of the same name in two repositories apart', async () => {
    const elsewhere = `${repository()}-dev`;
    execFileSync('git', ['clone', '--quiet', '--bare', repository(), elsewhere]);
    const environments = karma
      .environments()
      .map((environment) =>
        environment.settings.name === 'dev'
          ? { ...environment, config: { repository: elsewhere, branch: 'main' } }
          : environment,
      );
    proposals = organisation.proposals({ environments: () => environments });
    const both = edited(draft(), DEV, '/size', 3);
    const sent = await send(both);
    const branch = 'karma/wider-network-d1f2-main';
    expect(sent.parts).toMatchObject([
      { repository: repository(), base: 'main', branch },
      { repository: elsewhere, base: 'main', branch },
    ]);
    expect(git('log', '-1', '--format=%B', branch)).toContain(
      `Goes together with \`${branch}\` into \`main\` of \`config-dev\`.`,
    );

    const there = { repository: elsewhere, branch };
    const states = (parts: readonly SentPart[]) =>
      parts.map((part) => [part.repository, part.branch, part.state]);
    const merged = await proposals.merge(sent.id, there);
    expect(states(merged.parts)).toEqual([
      [repository(), branch, 'open'],
      [elsewhere, branch, 'merged'],
    ]);
    expect(git('show', 'main:iac/prod/vpc/main/config.json')).toBe(TEXT.trim());
    expect(git('--git-dir', elsewhere, 'show', 'main:iac/dev/vpc/main/config.json')).toContain('"size": 3');

    await proposals.merge(sent.id, at(branch));
    expect(git('show', 'main:iac/prod/vpc/main/config.json')).toContain('10.0.0.0/8');
    expect(states((await send(edited(both, DEV, '/cidr', '10.1.0.0/16'))).parts)).toContainEqual([
      elsewhere,
      `${branch}-2`,
      'open',
    ]);
  });

  it('says when there is nothing to send', async () => {
    await expect(send(createDraft('d2', 'Empty'))).rejects.toThrow('changes nothing');
    await expect(proposals.get('none')).rejects.toThrow('There is no proposal none.');
  });
});
