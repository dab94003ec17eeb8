import { componentId } from '@karma/core';
import { expect, it } from 'vitest';
import { questionView } from './question-view';

const site = componentId('prod', 'serverless-site', 'shop');
const zone = componentId('prod', 'route53-zone', 'shop-example');

it('leads to the view that answers', () => {
  expect(questionView({ kind: 'trace', ids: [site] })).toMatchObject({
    env: 'prod',
    focus: site,
    up: 50,
    down: 0,
  });
  expect(questionView({ kind: 'impact', ids: [zone] })).toMatchObject({
    env: 'prod',
    focus: zone,
    mode: 'impact',
  });
  expect(questionView({ kind: 'path', ids: [site, zone] })).toMatchObject({
    focus: site,
    to: zone,
    mode: 'path',
  });
});

it('leads nowhere without the components', () => {
  expect(questionView({ kind: 'impact', ids: [] })).toBeNull();
  expect(questionView({ kind: 'path', ids: [site] })).toBeNull();
});
