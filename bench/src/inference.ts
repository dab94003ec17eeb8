import { declaredCases } from './inference/declared-cases';
import { runCase, score } from './inference/run';
import { valueCases } from './inference/value-cases';

const results = [...declaredCases, ...valueCases].map(runCase);
const percent = (share: number) => share.toFixed(3).padStart(9);

console.log('rule        cases  edges  precision  recall');
for (const { rule, cases, expected, precision, recall } of score(results)) {
  console.log(
    `${rule.padEnd(11)} ${String(cases).padStart(5)}  ${String(expected).padStart(5)}  ${percent(precision)} ${percent(recall)}`,
  );
}
for (const { test, expected, found } of results) {
  if (expected.join() !== found.join()) {
    console.log(
      `\n${test.rule}: ${test.name}\n  expected ${expected.join(', ') || 'nothing'}\n  found    ${found.join(', ') || 'nothing'}`,
    );
  }
}
