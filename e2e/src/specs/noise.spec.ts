import { seriousViolations } from '../world/axe';
import { expect, test } from '../world/fixtures';

test('arrows to hubs are muted, counted, shown on demand, and nothing moves', async ({ page, map }) => {
  await map.open('?env=prod&panel=none');
  const before = await map.positions();
  const menu = map.graph.getByRole('button', { name: /arrow/ });
  const muted = /^(\d+) arrows to 3 hubs muted$/;
  await expect(menu).toHaveText(muted);
  const count = Number(muted.exec((await menu.textContent()) ?? '')?.[1]);
  const quiet = await map.arrows.count();

  await test.step('pointing at a hub shows what leads to it', async () => {
    await map.card('prod/vpc/main').hover();
    await expect.poll(() => map.arrows.count()).toBeGreaterThan(quiet);
    await page.mouse.move(1, 1);
    await expect(map.arrows).toHaveCount(quiet);
  });

  await test.step('selecting a consumer shows its arrow', async () => {
    await map.card('prod/rds-postgres/orders').click();
    await page.mouse.move(1, 1);
    await expect(map.arrow('prod/rds-postgres/orders', 'prod/vpc/main')).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(map.arrows).toHaveCount(quiet);
  });

  await test.step('a click on a badge draws the arrows of its hub, and back mutes them', async () => {
    // From afar a card has no room for them.
    await map.card('prod/rds-postgres/orders').hover();
    await page.mouse.wheel(0, -300);
    await map.card('prod/rds-postgres/orders').locator('[data-hub="prod/vpc/main"]').click();
    await expect(page).toHaveURL(/hubs=prod\/vpc\/main/);
    await expect(menu).toHaveText(/arrows to 2 hubs muted/);
    await page.goBack();
    await expect(menu).toHaveText(muted);
    await page.mouse.move(1, 1);
    await page.keyboard.press('f');
  });

  await test.step('by menu: one hub, all of them, and what others imply', async () => {
    await menu.click();
    await page.getByRole('checkbox', { name: /^core ecs-cluster/ }).click();
    await expect(menu).toHaveText(/arrows to 2 hubs muted/);
    expect(await seriousViolations(page)).toEqual([]);
    await page.getByRole('switch', { name: 'Mute arrows to all hubs' }).click();
    await expect(menu).toHaveText(muted);
    await page.getByRole('switch', { name: /imply/ }).click();
    await expect(menu).toHaveText(/hubs muted, \d+ implied arrows hidden/);
    await expect(page).toHaveURL(/implied=hidden/);
    expect(await map.arrows.count()).toBeLessThan(quiet);
    await page.keyboard.press('Escape');
  });

  await test.step('by keys, all of them', async () => {
    await page.keyboard.press('i');
    await page.keyboard.press('m');
    await expect(menu).toHaveText(`All ${quiet + count} arrows drawn`);
    await expect(map.arrows).toHaveCount(quiet + count);
  });

  expect(await map.positions()).toEqual(before);
});

test('a link reproduces which arrows are drawn', async ({ map }) => {
  await map.open('?env=prod&panel=none&hubs=prod/vpc/main&implied=hidden');
  await expect(map.graph.getByRole('button', { name: /arrows to 2 hubs muted, \d+ implied/ })).toBeVisible();
  await expect(map.arrow('prod/rds-postgres/orders', 'prod/vpc/main')).toBeVisible();
});
