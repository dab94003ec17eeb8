import { expect, it } from 'vitest';
import { CHARACTER, endsOfName, nameApart, startOf } from './text';

const SIZE = 10;
/** Room for so many characters. */
const room = (characters: number) => (characters + 0.5) * CHARACTER * SIZE;

it('cuts between words where it can', () => {
  expect(startOf('cloudwatch-alarm', room(16), SIZE)).toBe('cloudwatch-alarm');
  expect(startOf('cloudwatch-alarm', room(14), SIZE)).toBe('cloudwatch…');
  expect(startOf('cloudwatch-alarm', room(6), SIZE)).toBe('cloud…');
  expect(endsOfName('serverless-api-12', room(12), SIZE)).toBe('serverle…-12');
  expect(endsOfName('order-events-queue', room(13), SIZE)).toBe('order…ueue');
});

it('tells names apart as far as there is room', () => {
  expect(nameApart(undefined, 'main', room(9), SIZE)).toBe('main');
  expect(nameApart('vpc', 'main', room(9), SIZE)).toBe('vpc main');
  expect(nameApart('route53-zone', 'main', room(14), SIZE)).toBe('route53… main');
  expect(nameApart('route53-zone', 'main', room(7), SIZE)).toBe('main');
});
