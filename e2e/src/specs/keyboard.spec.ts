import { expect, test } from '../world/fixtures';

test('search, walk along dependencies, trace, ask for help and go back: without a mouse', async ({
  page,
  map,
  inspector,
  palette,
}) => {
  await map.open('?env=prod');
  await palette.open();
  await palette.input.fill('prod/ecs-service/orders');
  await expect(palette.options.first()).toContainText('orders');
  await page.keyboard.press('Enter');
  await expect(inspector.heading('orders')).toBeVisible();

  await page.keyboard.press('b');
  await expect(page).toHaveURL(/mode=impact/);
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  await expect(page).not.toHaveURL(/mode=/);

  await map.card('prod/ecs-service/orders').focus();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/sel=prod\/ecs-service\/orders/);
  await page.keyboard.press('ArrowRight');
  await expect(page).not.toHaveURL(/sel=prod\/ecs-service\/orders/);
  await expect(page).toHaveURL(/sel=prod\//);

  await page.keyboard.press('?');
  await expect(page.getByRole('dialog', { name: /help/i })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
});
