import { expect, it } from 'vitest';
import { actorName } from './actor-name';

it.each([
  ['Mara Lindt', 'Mara Lindt'],
  ['Mara Lindt <mara@acme.example>', 'Mara Lindt'],
  ['<mara@acme.example>', '<mara@acme.example>'],
  ['arn:aws:sts::111111111111:assumed-role/publisher/ci', 'publisher/ci'],
  ['arn:aws:iam::111111111111:user/mara', 'mara'],
  ['arn:aws:iam::111111111111:root', 'root'],
])('%s is called %s', (actor, name) => {
  expect(actorName(actor)).toBe(name);
});
