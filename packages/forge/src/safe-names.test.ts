import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { assertBranch, assertOwnBranch, branchName } from './safe-names';

describe('the branch of a draft', () => {
  it('is one of ours, whatever the draft is called', () => {
    expect(branchName('Wider nétwork!', '1f2e3d4c5b')).toBe('karma/wider-network-1f2e3d4c');
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string(), (name, id) => {
        const branch = branchName(name, id);
        expect(() => assertOwnBranch(branch)).not.toThrow();
        expect(() => assertBranch(branch)).not.toThrow();
      }),
    );
  });

  it.each(['--force', 'a..b', 'a b', 'a/', 'x.lock', 'HEAD^', 'a@{1}', '', 'a~1', 'a:b'])(
    'is not %j',
    (branch) => expect(() => assertBranch(branch)).toThrow('not the name of a branch'),
  );
});
