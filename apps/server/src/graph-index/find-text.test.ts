import { componentId } from '@karma/core';
import { describe, expect, it } from 'vitest';
import { findText } from './find-text';

const ids = [
  componentId('prod', 'service', 'orders'),
  componentId('prod', 'service', 'orders-api'),
  componentId('prod', 'service', 'reorders'),
  componentId('prod', 'orders', 'queue'),
  componentId('staging', 'service', 'orders'),
];
const find = (text: string, environment?: string) => findText(ids, { text, environment, limit: 10 });

describe('search', () => {
  it('puts the nickname itself first, then its beginnings, then what holds the text elsewhere', () => {
    expect(find('orders', 'prod').hits.map(({ id }) => id)).toEqual([
      'prod/service/orders',
      'prod/service/orders-api',
      'prod/service/reorders',
      'prod/orders/queue',
    ]);
  });

  it('wants every word, in any order, without case', () => {
    expect(find('API Prod').hits.map(({ id }) => id)).toEqual(['prod/service/orders-api']);
  });

  it('says where it matched', () => {
    expect(find('api prod').hits[0]?.ranges).toEqual([
      [0, 4],
      [20, 23],
    ]);
  });

  it('forgives a typing error', () => {
    expect(find('ordrs', 'staging').hits.map(({ id }) => id)).toEqual(['staging/service/orders']);
  });

  it('counts all, gives the first', () => {
    expect(findText(ids, { text: 'o', limit: 1 })).toMatchObject({ total: 5, hits: [{}] });
  });

  it('gives everything for an empty text', () => {
    expect(find('').total).toBe(5);
  });
});
