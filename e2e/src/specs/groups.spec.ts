import { seriousViolations } from '../world/axe';
import { draftOf, keepDraft } from '../world/drafts';
import { expect, test } from '../world/fixtures';
import { createWorld } from '../world/world';

test('groups open and shut by keys and pointer, in the link, and move nothing else', async ({
  page,
  map,
}) => {
  await map.open('?env=prod&group=owner&shut=*');
  const group = (name: string) =>
    map.graph.getByRole('button', { name: new RegExp(`^${name}, owner, \\d+ comp`) });
  const tracking = group('tracking');
  await expect(tracking).toHaveAccessibleName(/shut$/);
  await expect(map.graph.getByRole('status').filter({ hasText: 'shut groups' })).toBeVisible();
  const before = await map.positions();
  expect(before.size).toBeGreaterThan(2);

  await test.step('Enter opens, and nothing else moves', async () => {
    await tracking.focus();
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL(/open=tracking/);
    await expect(tracking).toHaveAccessibleName(/open$/);
    await map.settled();
    const after = await map.positions();
    for (const [id, place] of before) if (id !== 'group:tracking') expect(after.get(id)).toEqual(place);
    expect(await seriousViolations(page)).toEqual([]);
    expect(after.size).toBeGreaterThan(before.size);
  });

  await test.step('the link has it, and back shuts it where it was', async () => {
    const open = await map.positions();
    await page.reload();
    await map.settled();
    expect(await map.positions()).toEqual(open);
    await page.goBack();
    await expect(tracking).toHaveAccessibleName(/shut$/);
    await map.settled();
    expect(await map.positions()).toEqual(before);
  });

  await test.step('the inspector says what a group and a bundle hold', async () => {
    await tracking.click();
    const inspector = page.getByRole('region', { name: 'Inspector', exact: true });
    await expect(inspector.getByRole('heading', { name: 'tracking' })).toBeVisible();
    await inspector
      .getByRole('link', { name: /dependenc(y|ies)$/ })
      .first()
      .click();
    await expect(page).toHaveURL(/sel=group:.*~/);
    const held = inspector.getByRole('link', { name: /→/ });
    await expect(held.first()).toBeVisible();
    await held.first().click();
    await expect(inspector.getByRole('heading', { name: 'Dependency' })).toBeVisible();
  });

  await test.step('all of them by a key, and all are in sight', async () => {
    await page.keyboard.press('g');
    await expect(page).toHaveURL(/open=\*/);
    await expect(map.graph.getByRole('status').filter({ hasText: 'shut groups' })).toBeHidden();
    await page.keyboard.press('Shift+G');
    await expect(page).toHaveURL(/shut=\*/);
    await expect(tracking).toHaveAccessibleName(/shut$/);
    await expect(tracking).toBeInViewport();
  });
});

test('a shut group shows and says what the draft does to its members', async ({ page, map, world }) => {
  const draft = draftOf(
    'within',
    'Within',
    [
      ['prod/vpc/brand-new', () => '{ "tags": { "Owner": "orders" } }\n'],
      ['prod/s3-bucket/labels', () => null],
    ],
    (id) => (id.endsWith('brand-new') ? null : world.git('show', `main:iac/${id}/config.json`)),
  );
  await map.open('?env=prod&group=owner&shut=*');
  await keepDraft(page, draft);
  await map.open('?env=prod&group=owner&shut=*&draft=within');
  const orders = map.graph.getByRole('button', { name: /^orders, owner, / });
  await expect(orders).toHaveAccessibleName(/, shut, 1 added, 1 removed by the draft$/);
  await expect(orders.getByTitle('1 component added by the draft')).toBeVisible();
  await expect(orders.getByTitle('1 component removed by the draft')).toBeVisible();
  await expect(map.graph.getByTitle(/by the draft/)).toHaveCount(2);

  await orders.focus();
  await page.keyboard.press('Enter');
  await expect(map.card('prod/s3-bucket/labels').getByTitle('Removed by the draft')).toBeVisible();
  await expect(orders).toHaveAccessibleName(/open$/);
});

test('a graph over the budget opens with what matters, and says what is shut', async ({ page, map }) => {
  // A world of its own: other tests count what the shared one holds.
  const world = await createWorld();
  try {
    const queues = Array.from({ length: 320 }, (_, index) => `prod/sqs-queue/many-${index}`);
    const config = { kms_key_nickname: 'data', tags: { owner: 'returns' } };
    world.commit(Object.fromEntries(queues.map((id) => [id, config])), 'Add many queues');
    const left = map.graph.getByRole('status').filter({ hasText: 'components in' });
    await expect(async () => {
      await page.goto(`${world.address}/?env=prod&group=owner`);
      await expect(left).toHaveText(/^3\d\d components in 1 shut group/, { timeout: 3000 });
    }).toPass({ timeout: 90_000 });
    await left.getByRole('button', { name: 'Open all' }).click();
    await expect(page).toHaveURL(/open=\*/);
    await expect(left).toHaveCount(0);
  } finally {
    await world.remove();
  }
});
