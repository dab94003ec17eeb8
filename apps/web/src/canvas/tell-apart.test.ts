import { componentId } from '@karma/core';
import { expect, it } from 'vitest';
import { tellApart } from './tell-apart';

const card = (environment: string, type: string, nickname: string) => ({
  ...{ id: componentId(environment, type, nickname), environment, type, nickname },
});
const wordsOf = (...cards: ReturnType<typeof card>[]) => [...tellApart(cards).values()];

it('tells by type, by environment, or by both, and leaves alone what has a name of its own', () => {
  expect(wordsOf(card('prod', 'vpc', 'main'), card('prod', 'lambda', 'api'))).toEqual([]);
  expect(wordsOf(card('prod', 'vpc', 'main'), card('prod', 'ecs', 'main'))).toEqual(['vpc', 'ecs']);
  expect(wordsOf(card('prod', 'vpc', 'main'), card('dev', 'vpc', 'main'))).toEqual(['prod', 'dev']);
  expect(
    wordsOf(card('prod', 'vpc', 'main'), card('dev', 'vpc', 'main'), card('dev', 'ecs', 'main')),
  ).toEqual([...['vpc · prod', 'vpc · dev', 'ecs · dev']]);
});
