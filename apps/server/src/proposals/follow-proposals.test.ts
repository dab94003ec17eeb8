import { ForgeError } from '@karma/forge';
import { ConflictError } from '@karma/store';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { type Following, type FollowOptions, followProposals } from './follow-proposals';

const NEVER = 3_600_000;
let following: Following | undefined;
afterEach(() => following?.stop());

function follow(refresh: (id: string) => unknown, options: Partial<FollowOptions> = {}) {
  const asked: string[] = [];
  const errors: unknown[] = [];
  const open = vi.fn(async () => ['a', 'b']);
  const proposals = {
    open,
    async refresh(id: string) {
      asked.push(id);
      const answer = refresh(id);
      if (answer instanceof Error) throw answer;
      return Promise.reject(new ConflictError(id, '1', '2'));
    },
  };
  following = followProposals({
    proposals,
    isLeading: () => true,
    everyMs: NEVER,
    pauseMs: 1,
    onError: (error, id) => void errors.push([error, id]),
    ...options,
  });
  return { asked, errors, open, following };
}

describe('following proposals', () => {
  it('asks for each that is open, and again at its pace', async () => {
    const { asked } = follow(() => undefined, { everyMs: 1 });
    await vi.waitFor(() => expect(asked.slice(0, 4)).toEqual(['a', 'b', 'a', 'b']));
  });

  it('asks soon after a nudge', async () => {
    const { asked, following: run } = follow(() => undefined);
    await vi.waitFor(() => expect(asked).toEqual(['a', 'b']));
    run.nudge();
    await vi.waitFor(() => expect(asked).toEqual(['a', 'b', 'a', 'b']));
  });

  it('goes on with the others when one fails, and says so', async () => {
    const gone = new ForgeError('not-found', 'There is no such pull request.');
    const { asked, errors } = follow((id) => (id === 'a' ? gone : undefined));
    await vi.waitFor(() => expect(asked).toEqual(['a', 'b']));
    expect(errors).toEqual([[gone, 'a']]);
  });

  it('leaves a forge in trouble alone, whatever changes meanwhile', async () => {
    const { asked, errors, following: run } = follow(() => new ForgeError('unreachable', 'No answer.'));
    await vi.waitFor(() => expect(errors).toHaveLength(1));
    run.nudge();
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(asked).toEqual(['a']);
  });

  it('leaves the work to the process that leads', async () => {
    let leads = false;
    const { asked, open } = follow(() => undefined, { everyMs: 1, isLeading: () => leads });
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(open).not.toHaveBeenCalled();
    leads = true;
    await vi.waitFor(() => expect(asked).not.toEqual([]));
  });

  it('says when the store fails, and goes on', async () => {
    const { errors, open } = follow(() => undefined, { everyMs: 1 });
    open.mockRejectedValueOnce(new Error('disk full'));
    await vi.waitFor(() => expect(errors).toEqual([[new Error('disk full'), null]]));
  });
});
