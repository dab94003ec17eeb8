import { draftOf, keepDraft } from '../world/drafts';
import { expect, test } from '../world/fixtures';

test.use({ components: 1000 });

test('from afar, too, a large map shows what the draft adds, and whom it reaches', async ({
  page,
  largeMap,
  world,
}) => {
  const service = 'prod/ecs-service/ecs-7';
  const draft = draftOf(
    'large',
    'Large',
    [
      ['prod/sqs-queue/brand-new', () => '{}\n'],
      [service, (text) => `${text}\n`],
      ['prod/kms-key/kms-1', () => null],
    ],
    (id) => (id.endsWith('brand-new') ? null : world.git('show', `main:iac/${id}/config.json`)),
  );
  await largeMap.open();
  const { count: added } = await largeMap.pixelsOf('good');
  const { count: reached } = await largeMap.pixelsOf('certain');
  await keepDraft(page, draft);
  await largeMap.open('&draft=large&panel=plan');
  await expect
    .poll(async () => (await largeMap.pixelsOf('good')).count, { timeout: 20_000 })
    .toBeGreaterThan(added + 30);
  await expect.poll(async () => (await largeMap.pixelsOf('certain')).count).toBeGreaterThan(reached + 100);
});

test('a painted shut group shows and says what the draft does within', async ({ page, largeMap, world }) => {
  const draft = draftOf(
    'within',
    'Within',
    [['prod/sqs-queue/brand-new', () => '{ "tags": { "Owner": "data" } }\n']],
    () => null,
  );
  const open = async (search: string) => {
    await page.goto(`${world.address}/?env=prod&group=owner&shut=data&panel=none${search}`);
    await largeMap.settled();
  };
  await open('');
  await expect(largeMap.drawing).toHaveAccessibleName(/1 shut group/);
  const { count: added } = await largeMap.pixelsOf('good');
  await keepDraft(page, draft);
  await open('&draft=within');
  await expect(largeMap.drawing).toHaveAccessibleName(/In shut groups: data: 1 added by the draft$/);
  await expect.poll(async () => (await largeMap.pixelsOf('good')).count).toBeGreaterThan(added + 30);
});
