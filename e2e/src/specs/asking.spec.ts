import { seriousViolations } from '../world/axe';
import { expect, test } from '../world/fixtures';

test('a query is written with completion, shown as chips, and filters map, table and tree alike', async ({
  page,
  map,
  queryBar,
  twins,
}) => {
  await map.open('?env=prod');
  await page.keyboard.press('/');
  await expect(queryBar.field).toBeFocused();
  await expect(queryBar.suggestions.first()).toBeVisible();
  expect(await seriousViolations(page)).toEqual([]);

  await queryBar.field.pressSequentially('ty');
  await page.keyboard.press('ArrowDown');
  await expect(queryBar.field).toHaveAttribute('aria-activedescendant', /.+/);
  await page.keyboard.press('Enter');
  await expect(queryBar.field).toHaveValue('type:');
  await queryBar.field.pressSequentially('ecs-s');
  await queryBar.suggestions.filter({ hasText: 'ecs-service' }).click();
  await expect(queryBar.field).toHaveValue('type:ecs-service ');
  await expect(page.getByText('11 components', { exact: true })).toBeVisible();
  await page.keyboard.press('Enter');

  await expect(page).toHaveURL(/q=type:ecs-service/);
  await expect(queryBar.terms).toHaveText(['type ecs-service']);
  await expect(queryBar.count).toHaveText('11 of 71 components');
  await expect(map.card('prod/vpc/main')).toBeHidden();

  await page.keyboard.press('2');
  await expect(twins.table.getByRole('rowheader')).toHaveCount(11);
  await page.keyboard.press('3');
  await expect(twins.tree).toContainText('ecs-service');
  await expect(twins.tree).not.toContainText('vpc');
  await page.keyboard.press('1');

  await queryBar.ask('type:ecs-service owner:orders');
  await expect(queryBar.terms).toHaveText(['type ecs-service', 'owner orders']);
  await page.getByRole('button', { name: 'Remove type:ecs-service' }).click();
  await expect(queryBar.terms).toHaveText(['owner orders']);
  await page.goBack();
  await expect(queryBar.terms).toHaveCount(2);
  await page.goBack();
  await expect(queryBar.terms).toHaveText(['type ecs-service']);
});

test('a text that is no query is marked where it is wrong, with a way out, and nothing is lost', async ({
  page,
  map,
  queryBar,
}) => {
  await map.open('?env=prod');
  await queryBar.ask('evn:prod type:vpc');
  await expect(queryBar.problem).toContainText('There is no field "evn".');
  await expect(queryBar.field).toHaveAttribute('aria-invalid', 'true');
  await expect(page.locator('mark').filter({ hasText: 'evn' })).toHaveCount(1);
  expect(await seriousViolations(page)).toEqual([]);
  await expect(page).not.toHaveURL(/q=/);
  await queryBar.suggestions.filter({ hasText: 'Did you mean env?' }).click();
  await expect(queryBar.field).toHaveValue('env:prod type:vpc');
  await page.keyboard.press('Enter');
  await expect(queryBar.terms).toHaveText(['env prod', 'type vpc']);

  await page.goto('/?env=prod&q=type:vpc+)');
  await expect(map.graph.getByRole('alert')).toContainText('")" cannot stand here');
  await map.graph.getByRole('button', { name: 'Clear the query' }).click();
  await map.settled();

  await page.goto('/?env=prod&q=stauts:missing');
  await map.graph.getByRole('button', { name: 'Use status' }).click();
  await expect(queryBar.terms).toHaveText(['status missing']);
});

test('what is chosen from lists and by one click is written into the query', async ({
  page,
  map,
  queryBar,
  overview,
}) => {
  await map.open('?env=prod');
  await queryBar.choose('Type', 's3-bucket');
  await queryBar.choose('Type', 'lambda');
  await expect(queryBar.terms).toHaveText(['type s3-bucket, lambda']);
  await page.getByRole('button', { name: 'Findings', exact: true }).click();
  await expect(queryBar.terms).toHaveText(['type s3-bucket, lambda', 'has findings']);
  await page.getByRole('button', { name: 'Clear the query' }).first().click();
  await expect(queryBar.terms).toHaveCount(0);

  await page.getByRole('button', { name: 'Changed', exact: true }).click();
  await expect(page).toHaveURL(/q=changed%3C7d/);
  await page.getByRole('button', { name: 'Changed since when' }).click();
  await page.getByRole('textbox', { name: 'Since' }).fill('2026-11-01');
  await page.keyboard.press('Escape');
  await expect(queryBar.terms).toHaveText(['changed>=2026-11-01']);
  await page.getByRole('button', { name: 'Changed', exact: true }).click();
  await expect(page).not.toHaveURL(/q=/);

  await overview.region.getByRole('link', { name: /errors$/ }).click();
  await expect(queryBar.terms).toHaveText(['severity error']);

  await page.goto('/?env=dev');
  await page.getByRole('button', { name: 'Production' }).click();
  await expect(overview.summary('prod')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Production' })).toHaveAttribute('aria-pressed', 'true');
});

test('a path is drawn as one; where there is none, the map says so and why', async ({
  map,
  page,
  queryBar,
}) => {
  await map.open('?env=prod&q=path(type:s3-bucket,+type:serverless-api)');
  await expect(queryBar.count).toHaveText('5 of 71 components');
  await expect(map.cards.locator('[data-role=path]')).toHaveCount(5);

  await page.goto('/?env=prod&q=path(prod/redis/carts,+prod/redis/sessions)');
  await expect(map.graph).toContainText(
    'There is no path: prod/redis/carts and prod/redis/sessions do not depend on each other',
  );
  await map.graph.getByRole('button', { name: /All that prod\/redis\/sessions needs/ }).click();
  await map.settled();
  await expect(map.card('prod/redis/sessions')).toBeVisible();

  await page.goto('/?env=prod&q=mian%2B');
  await expect(map.graph).toContainText('Nothing is called mian.');
  await page.goto('/?env=prod&q=type:lambda+status:missing');
  await map.graph.getByRole('button', { name: 'Without type:lambda: 4 components' }).click();
  await expect(queryBar.count).toHaveText('4 of 71 components');
});

test('what was asked last is offered again, and all that can be asked is explained', async ({
  page,
  map,
  queryBar,
}) => {
  await map.open('?env=prod');
  await queryBar.ask('type:redis');
  await page.getByRole('button', { name: 'Clear the query' }).click();
  await page.keyboard.press('/');
  await queryBar.suggestions.first().click();
  await expect(queryBar.terms).toHaveText(['type redis']);

  await page.getByRole('button', { name: 'Clear the query' }).click();
  await page.keyboard.press('/');
  await queryBar.suggestions.filter({ hasText: 'All that can be asked' }).click();
  const help = page.getByRole('dialog', { name: 'What can be asked' });
  await expect(help).toContainText('uses(vpc/main#vpc_id)');
  expect(await seriousViolations(page)).toEqual([]);
  await help.getByRole('button', { name: 'status:orphaned or status:missing' }).click();
  await expect(queryBar.terms).toHaveText(['status orphaned, missing']);
});

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });

  test('a query is written, shown and cleared, with nothing cut off sideways', async ({
    page,
    map,
    queryBar,
  }) => {
    await map.open('?env=prod');
    await queryBar.field.tap();
    await queryBar.field.fill('type:redis -has:findings owner:ord');
    await expect(queryBar.suggestions.first()).toContainText('orders');
    await expect(queryBar.suggestions.first()).toBeInViewport();
    await queryBar.field.fill('type:redis');
    await page.keyboard.press('Enter');
    await expect(queryBar.terms).toHaveText(['type redis']);
    const hasSideways = await page.evaluate(
      () => document.documentElement.scrollWidth > document.documentElement.clientWidth,
    );
    expect(hasSideways).toBe(false);
    await page.getByRole('button', { name: 'Clear the query' }).tap();
    await expect(queryBar.terms).toHaveCount(0);
  });
});
