import { expect, test } from '../world/fixtures';

test('a source that cannot be read leaves the last graph on screen, and says so until it is back', async ({
  map,
  world,
}) => {
  await map.open('?env=prod');
  const count = await map.cards.count();
  await world.withoutConfigRepository(async () => {
    await expect(map.banner).toBeVisible({ timeout: 30_000 });
    await expect(map.banner).toContainText(/stale since/);
    await expect(map.cards).toHaveCount(count);
  });
  await expect(map.banner).toBeHidden({ timeout: 60_000 });
});
