import { expect, test } from '../world/fixtures';

test.use({ changing: true });

const ORDERS = 'prod/ecs-service/orders';
const KEY = 'prod/kms-key/data';

test('open, look around, search, inspect, trace, blast radius, path, copy, and see a new commit arrive', async ({
  page,
  map,
  overview,
  palette,
  inspector,
  tracePanel,
  world,
}) => {
  await test.step('the opening view is the environment with the most findings, with an overview', async () => {
    await map.open();
    await expect(overview.summary('prod')).toBeVisible();
    await expect(map.card('prod/vpc/main')).toBeVisible();
    await expect(overview.questions).toHaveCount(3);
    await expect(overview.largestBlastRadius).toBeVisible();
    expect(await overview.latestChanges.count()).toBeGreaterThan(0);
  });

  await test.step('search finds a component and selects it', async () => {
    await palette.choose(ORDERS);
    await expect(inspector.heading('orders')).toBeVisible();
  });

  await test.step('the inspector says what it depends on, and why', async () => {
    const dependency = inspector
      .section('Depends on')
      .getByRole('listitem')
      .filter({ hasText: 'rds-postgres' });
    await expect(dependency.first()).toContainText(/refers to .* in components\/ecs-service\/main\.tf:\d+/);
    await expect(inspector.section('Lineage of state')).toContainText(/published/i);
    await inspector.openTab(/config/i);
    await expect(inspector.section('Effective config')).toBeVisible();
  });

  await test.step('tracing upstream leaves what it depends on', async () => {
    await inspector.act('Upstream');
    await expect(tracePanel.heading('What it depends on')).toBeVisible();
    await map.settled();
    await expect(map.card('prod/vpc/main')).toBeVisible();
    await expect(map.card('prod/serverless-site/www')).toBeHidden();
  });

  await test.step('the blast radius comes in rings and waves, and is copied as Markdown', async () => {
    await map.open(`?env=prod&sel=${KEY}`);
    await inspector.act('Blast radius');
    await expect(tracePanel.ring('Directly')).toBeVisible();
    await expect(tracePanel.certainties).toBeVisible();
    await tracePanel.groupBy('Rollout waves');
    await expect(tracePanel.ring('Wave 1')).toBeVisible();
    await tracePanel.copyAsMarkdown();
    const markdown = await page.evaluate(() => navigator.clipboard.readText());
    expect(markdown).toContain(KEY);
    expect(markdown).toContain(ORDERS);
  });

  await test.step('the path between two components, each step with its evidence', async () => {
    await map.open(`?env=prod&mode=path&focus=${ORDERS}&to=${KEY}`);
    const steps = tracePanel.region.getByRole('list').last().getByRole('listitem');
    await expect(steps.first()).toContainText('orders');
    await expect(steps.last()).toContainText('data');
    await expect(tracePanel.region).toContainText(/depends on: .*(components|iac)\//);
  });

  await test.step('a new commit appears among the latest changes without a reload', async () => {
    await map.open('?env=prod');
    world.commit(
      { 'prod/sqs-queue/claims': { kms_key_nickname: 'data', tags: { owner: 'returns' } } },
      'Add a queue for claims',
    );
    await expect(map.card('prod/sqs-queue/claims')).toBeVisible({ timeout: 30_000 });
    await expect(overview.latestChanges.first()).toContainText('Add a queue for claims');
  });
});

test('each of the three questions leads to its answer', async ({ map, overview, tracePanel }) => {
  for (const index of [0, 1, 2]) {
    await map.open();
    await overview.questions.nth(index).click();
    await expect(tracePanel.region).toBeVisible();
    await expect(tracePanel.region.getByRole('listitem').first()).toBeVisible();
    await map.settled();
  }
});
