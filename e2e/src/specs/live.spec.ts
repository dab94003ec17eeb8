import { expect, test } from '../world/fixtures';

test.use({ changing: true });

test('a new commit appears without a reload, and what did not change stays where it is', async ({
  page,
  map,
  world,
}) => {
  await map.open('?env=prod');
  await page.evaluate(() => Object.assign(window, { isSamePage: true }));
  const before = await map.positions();
  const id = 'prod/sqs-queue/refunds';
  const config = { fifo: true, kms_key_nickname: 'data', tags: { owner: 'returns' } };
  world.commit({ [id]: config }, 'Add a queue for refunds');

  await expect(map.card(id)).toBeVisible({ timeout: 30_000 });
  await map.settled();
  const after = await map.positions();
  expect(after.size).toBe(before.size + 1);
  for (const [component, position] of before) expect(after.get(component)).toEqual(position);
  expect(await page.evaluate(() => 'isSamePage' in window)).toBe(true);
});
