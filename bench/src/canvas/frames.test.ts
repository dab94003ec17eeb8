import { describe, expect, it } from 'vitest';
import { intervals, smoothness } from './frames';

const frame = (isNew: boolean) => ({ ms: 20, isNew });

describe('intervals', () => {
  it('does not count frames in which an old picture was moved', () => {
    const frames = [true, false, false, true, true, false].map(frame);
    expect(intervals({ frames, nodes: 0 })).toEqual([20, 60, 20, 20]);
    expect(smoothness({ frames, nodes: 0 })).toEqual({
      value: 50,
      note: 'p95 60 ms, 25 drawn anew a second',
    });
  });
});
