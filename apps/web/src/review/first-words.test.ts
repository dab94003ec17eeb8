import { componentIdSchema } from '@karma/core';
import { applyEdit, createDraft, type Draft, goTo } from '@karma/editor';
import { describe, expect, it } from 'vitest';
import { summaryOf, titleOf } from './first-words';

const ID = componentIdSchema.parse('dev/vpc/main');

function drafted(labels: readonly string[]): Draft {
  return labels.reduce(
    (draft, label, index) =>
      applyEdit(draft, { label, files: new Map([[ID, `{"n":${index}}`]]) }, () => '{}'),
    createDraft('d', 'Wider network'),
  );
}

describe('the first words of a proposal', () => {
  it('are its one step', () => {
    expect(titleOf(drafted(['Set size']))).toBe('Set size');
    expect(summaryOf(drafted(['Set size']))).toBe('');
  });

  it('are the name of the draft and what was done, once each', () => {
    const draft = drafted(['Set size', 'Set cidr', 'Set size']);
    expect(titleOf(draft)).toBe('Wider network');
    expect(summaryOf(draft)).toBe('- Set size\n- Set cidr');
  });

  it('leave out what was undone', () => {
    expect(titleOf(goTo(drafted(['Set size', 'Set cidr']), 1))).toBe('Set size');
  });

  it('end somewhere', () => {
    const labels = Array.from({ length: 45 }, (_, index) => `Set key ${index}`);
    expect(summaryOf(drafted(labels)).split('\n')).toHaveLength(31);
    expect(summaryOf(drafted(labels))).toContain('- and 15 more');
  });
});
