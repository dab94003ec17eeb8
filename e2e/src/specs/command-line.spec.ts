import { expect, test } from '../world/fixtures';
import { karma } from '../world/processes';

test('the command line tells of the same graph as the browser', async ({ map, world }) => {
  const json = JSON.parse(await karma('export', '--format', 'json', '--config', world.config));
  const inProd = json.components.filter((component: { id: string }) => component.id.startsWith('prod/'));
  await map.open('?env=prod');
  await expect(map.cards).toHaveCount(inProd.length);
  expect(json.dependencies).toContainEqual(
    expect.objectContaining({ from: 'prod/ecs-service/orders', to: 'prod/rds-postgres/orders' }),
  );
});

test('every answer comes as JSON too, and an unknown component is an error with a suggestion', async ({
  world,
}) => {
  const flags = ['--json', '--config', world.config];
  const impact = JSON.parse(await karma('impact', 'prod/vpc/main', ...flags));
  expect(impact.total).toBeGreaterThanOrEqual(20);
  const unknown = karma('show', 'prod/vpc/mian', '--config', world.config);
  await expect(unknown).rejects.toMatchObject({ code: 3, stderr: expect.stringContaining('prod/vpc/main') });
});
