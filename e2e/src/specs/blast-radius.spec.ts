import { seriousViolations } from '../world/axe';
import { expect, test } from '../world/fixtures';

test('the map says how far a change reaches, over which steps, and how sure that is', async ({
  page,
  map,
}) => {
  await map.open('?env=prod&mode=impact&focus=prod/route53-zone/halyard&panel=none');
  const alarm = map.card('prod/cloudwatch-alarm/track-availability');
  await expect(alarm.getByTitle('2 steps away, likely')).toHaveText('2');
  await expect(map.card('prod/serverless-site/track').getByTitle('1 step away, likely')).toHaveText('1');
  await expect(map.card('prod/route53-zone/halyard').getByTitle(/away/)).toHaveCount(0);
  const roleOf = (from: string, to: string) =>
    map.arrow(from, to).locator('xpath=ancestor::*[@data-role][1]').getAttribute('data-role');
  expect(await roleOf('prod/cloudwatch-alarm/track-availability', 'prod/serverless-site/track')).toBe(
    'likely',
  );
  expect(await seriousViolations(page)).toEqual([]);
});

test('of arrows to hubs, those that a change comes by are drawn', async ({ map }) => {
  await map.open('?env=prod&mode=impact&focus=prod/kms-key/data&panel=none');
  await expect(map.arrow('prod/redis/quotes', 'prod/vpc/main')).toBeVisible();
  await expect(map.arrow('prod/ecs-service/orders', 'prod/vpc/main')).toHaveCount(0);
  await expect(map.graph.getByRole('button', { name: /arrows to \d hubs muted/ })).toBeVisible();
});
