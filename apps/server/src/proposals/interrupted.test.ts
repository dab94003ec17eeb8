import { createDraft, type Draft } from '@karma/editor';
import { createLocalForge, type Forge, type SentElsewhereError } from '@karma/forge';
import type { Records } from '@karma/store';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ProposalsOptions } from './proposals';
import { DEV, edited, type Organisation, openOrganisation, PROD } from './proposals.testing';

let organisation: Organisation;
beforeEach(async () => {
  organisation = await openOrganisation();
});
afterEach(() => organisation.close());

const BRANCH = 'karma/wider-network-d1f2-main';
const draft = () => edited(createDraft('d1f2', 'Wider network'), PROD, '/cidr', '10.0.0.0/8');
const input = (sent: Draft = draft()) => ({ draft: sent, title: 'Widen', summary: '', link: null });
const sending = (options: Partial<ProposalsOptions>, sent?: Draft) =>
  organisation.proposals(options).send(input(sent));

/** A process that ends before it can write for the n-th time. */
function dyingAt(count: number): Records {
  const { records } = organisation.karma.store;
  let puts = 0;
  return {
    get: records.get,
    list: records.list,
    delete: records.delete,
    async put(...args) {
      puts += 1;
      if (puts >= count) throw new Error('The process ended.');
      return records.put(...args);
    },
  };
}

/** A forge that waits before it writes. */
function forgeAfter(ready: Promise<void>, onReached: () => void) {
  return async (repository: string): Promise<Forge> => {
    const forge = createLocalForge(repository);
    return {
      ...forge,
      async send(request) {
        onReached();
        await ready;
        return forge.send(request);
      },
    };
  };
}

function signal(): { readonly reached: Promise<void>; readonly reach: () => void } {
  let reach: () => void = () => undefined;
  const reached = new Promise<void>((resolve) => {
    reach = resolve;
  });
  return { reached, reach };
}

const tipOf = (branch: string) => organisation.git('rev-parse', branch);
const ELSEWHERE = { name: 'SentElsewhereError' } satisfies Partial<SentElsewhereError>;

describe('a process that ends', () => {
  it.each([
    ['before it writes the branch', 1],
    ['between the branch and its record', 2],
  ])('%s leaves nothing that the next attempt stumbles over', async (_when, count) => {
    await expect(sending({ records: dyingAt(count) })).rejects.toThrow('The process ended.');
    expect(await organisation.proposals().list({ limit: 50 })).toEqual([]);
    await expect(organisation.proposals().get('d1f2')).rejects.toThrow('There is no proposal');
    const result = await sending({}, edited(draft(), PROD, '/size', 2));
    expect(result).toMatchObject({
      kind: 'sent',
      proposal: { parts: [{ branch: BRANCH, commit: tipOf(BRANCH) }] },
    });
    expect(organisation.git('rev-list', '--count', `main..${BRANCH}`)).toBe('1');
  });
});

describe('two who send the same draft at once', () => {
  it('end with one proposal, and the other is told', async () => {
    const results = await Promise.allSettled([sending({}), sending({}), sending({})]);
    const fulfilled = results.filter(({ status }) => status === 'fulfilled');
    expect(fulfilled.length).toBeGreaterThan(0);
    for (const result of results)
      if (result.status === 'rejected') expect(result.reason).toMatchObject(ELSEWHERE);
    const [proposal] = await organisation.proposals().list({ limit: 50 });
    expect(proposal?.parts).toMatchObject([{ commit: tipOf(BRANCH) }]);
  });

  it('count in the order of their claims, whoever writes first', async () => {
    const [gate, claimed] = [signal(), signal()];
    const early = sending({ forgeOf: forgeAfter(gate.reached, claimed.reach) });
    await claimed.reached;
    const late = await sending({}, edited(draft(), PROD, '/size', 2));
    gate.reach();
    await expect(early).rejects.toMatchObject(ELSEWHERE);
    expect(late).toMatchObject({ proposal: { parts: [{ commit: tipOf(BRANCH) }] } });
    expect(organisation.git('show', `${BRANCH}:iac/${PROD}/config.json`)).toContain('"size": 2');
  });
});

it('goes where the draft was to go when it was looked at, whatever the sources say meanwhile', async () => {
  const { karma } = organisation;
  let asked = 0;
  const environments = () => {
    asked += 1;
    return asked === 1 ? karma.environments() : [];
  };
  const result = await sending({ environments }, edited(draft(), DEV, '/size', 3));
  expect(result).toMatchObject({ proposal: { parts: [{ base: 'main' }, { base: 'dev' }] } });
});
