import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { diffRows } from './diff-rows';

const lines = (count: number) => Array.from({ length: count }, (_, index) => `line ${index + 1}`);

describe('the rows of a difference', () => {
  it('number the lines of both sides', () => {
    const rows = diffRows('{\n  "size": 1\n}\n', '{\n  "size": 2\n}\n');
    expect(rows.map(({ kind, before, after, text }) => [kind, before, after, text])).toEqual([
      ['same', 1, 1, '{'],
      ['removed', 2, null, '  "size": 1'],
      ['added', null, 2, '  "size": 2'],
      ['same', 3, 3, '}'],
    ]);
  });

  it('leave out what is far from a change', () => {
    const before = lines(40);
    const after = before.with(4, 'other').with(30, 'other');
    const rows = diffRows(`${before.join('\n')}\n`, `${after.join('\n')}\n`);
    expect(rows.filter(({ kind }) => kind === 'gap')).toHaveLength(1);
    expect(rows.filter(({ kind }) => kind === 'same')).toHaveLength(12);
  });

  it('say that a file ends without a line end', () => {
    expect(diffRows('{}\n', '{}').at(-1)).toMatchObject({ kind: 'note', text: 'No newline at end of file' });
  });

  it('hold every line of a new file, and of a deleted one', () => {
    fc.assert(
      fc.property(fc.array(fc.stringMatching(/^[a-z ]*$/), { minLength: 1 }), (texts) => {
        const text = `${texts.join('\n')}\n`;
        expect(diffRows(null, text).map((row) => [row.kind, row.text])).toEqual(
          texts.map((line) => ['added', line]),
        );
        expect(diffRows(text, null).map((row) => [row.kind, row.text])).toEqual(
          texts.map((line) => ['removed', line]),
        );
      }),
    );
  });
});
