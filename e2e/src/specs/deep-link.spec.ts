import { expect, test } from '../world/fixtures';

test('a link reproduces the view: filters, selection and mode', async ({ page, map, inspector, context }) => {
  await map.open('?env=prod&q=type:ecs-service+or+type:rds-postgres&sel=prod/rds-postgres/orders');
  const shown = [...(await map.positions()).keys()].sort();
  expect(shown.every((id) => /^prod\/(ecs-service|rds-postgres)\//.test(id))).toBe(true);
  await expect(inspector.heading('orders')).toBeVisible();

  const other = map.on(await context.newPage());
  await other.open(new URL(page.url()).search);
  expect(await other.positions()).toEqual(await map.positions());
});

test('going back in the browser goes back in the view', async ({ page, map, inspector }) => {
  await map.open('?env=prod');
  await map.card('prod/vpc/main').click();
  await expect(inspector.heading('main')).toBeVisible();
  await page.goBack();
  await expect(inspector.region).toBeHidden();
});

test('a link that makes no sense still opens the map', async ({ map }) => {
  await map.open('?env=prod&depth=many&sel=..%2Fetc&mode=wrong');
  await expect(map.card('prod/vpc/main')).toBeVisible();
});
