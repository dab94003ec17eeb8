import { expect, test } from 'vitest';
import { declaredCases } from './inference/declared-cases';
import { runCase, score } from './inference/run';
import { valueCases } from './inference/value-cases';

const cases = [...declaredCases, ...valueCases];

test('there are enough cases, each with a name of its own', () => {
  expect(cases.length).toBeGreaterThanOrEqual(100);
  expect(new Set(cases.map(({ rule, name }) => `${rule} ${name}`)).size).toBe(cases.length);
});

test.each(declaredCases)('$rule: $name', (inference) => {
  const { found, expected } = runCase(inference);
  expect(found).toEqual(expected);
});

test('over all, precision and recall hold their bars', () => {
  for (const { rule, precision, recall } of score(cases.map(runCase))) {
    const bar = rule === 'value' || rule === 'overall' ? 0.97 : 1;
    expect(precision, `precision of ${rule}`).toBeGreaterThanOrEqual(bar);
    expect(recall, `recall of ${rule}`).toBeGreaterThanOrEqual(bar);
  }
});
