import { expect, test } from '@playwright/test';
import { MapPage } from '../pages/map-page';
import { StatusPage } from '../pages/status-page';
import { createEnginesWorld, type EnginesWorld, whyNoEngines } from '../world/engines';

const missing = whyNoEngines();

test.describe('with the graph in Gremlin Server and the parameters in AWS', () => {
  test.skip(missing !== undefined, missing);
  let world: EnginesWorld;
  test.beforeAll(async () => {
    test.setTimeout(300_000);
    world = await createEnginesWorld();
  });
  test.afterAll(() => world?.remove());

  test('a parameter that changes in AWS shows on the canvas of every process, without a reload', async ({
    page,
    context,
  }) => {
    const [first, second] = world.servers;
    const map = new MapPage(page);
    await page.goto(`${first.address}/?env=prod`);
    await map.settled();
    const other = new MapPage(await context.newPage());
    await other.page.goto(`${second.address}/?env=prod`);
    await other.settled();
    for (const { page } of [map, other])
      await page.evaluate(() => Object.assign(window, { isSamePage: true }));

    const id = 'prod/sqs-queue/left-behind';
    await expect(map.card(id)).toHaveCount(0);
    const parameter = '/iac/sqs-queue/left-behind/config';
    await world.account.put(parameter, '{"kms_key_nickname":"data"}');
    await world.announce(parameter);
    for (const one of [map, other]) {
      await expect(one.card(id)).toBeVisible({ timeout: 60_000 });
      await expect(one.card(id)).toHaveAccessibleName(/orphaned/);
    }

    await world.account.remove(parameter);
    await world.announce(parameter);
    for (const one of [map, other]) {
      await expect(one.card(id)).toHaveCount(0, { timeout: 60_000 });
      expect(await one.page.evaluate(() => 'isSamePage' in window)).toBe(true);
    }
  });

  test('the status names the store and the account', async ({ page }) => {
    const status = new StatusPage(page);
    await page.goto(`${world.servers[1].address}/status`);
    await expect(status.headline).toContainText('in sync');
    await expect(page.getByText(/^gremlin · ws:/)).toBeVisible();
    await expect(status.sources.filter({ hasText: 'Parameter Store' })).toContainText(/\d+ parameter/);
  });
});
