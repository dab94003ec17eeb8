import { seriousViolations } from '../world/axe';
import { expect, test } from '../world/fixtures';

test('the status says of each source where it stands, and is a step away from the map', async ({
  page,
  map,
  palette,
  status,
}) => {
  await map.open();
  await palette.choose('Status of the service');
  await expect(page).toHaveURL(/\/status$/);
  await expect(status.headline).toContainText(/All \d+ sources are in sync/);
  await expect(status.source('git:main')).toContainText(/Stands at\s*[0-9a-f]{7}/);
  await expect(status.source('git:main')).toContainText('every 2 s');
  await expect(status.sources.filter({ hasText: 'Parameter Store' }).first()).toContainText(/\d+ parameters/);
  await page.getByRole('link', { name: 'Back to the map' }).click();
  await map.settled();
  await page.getByRole('link', { name: /^Connection: Live/ }).click();
  await expect(status.headline).toBeVisible();
});

test('a source in trouble says what is wrong, since when and what to do, until it is back', async ({
  status,
  world,
}) => {
  await status.open();
  await world.withoutConfigRepository(async () => {
    await expect(status.headline).toContainText('cannot be read', { timeout: 30_000 });
    await expect(status.source('git:main')).toContainText('Cannot be read');
    await expect(status.source('git:main')).toContainText('Stale for');
    expect(await seriousViolations(status.page)).toEqual([]);
  });
  await status.page.getByRole('button', { name: 'Ask all now' }).click();
  await expect(status.headline).toContainText('in sync');
});

for (const colorScheme of ['light', 'dark'] as const)
  for (const viewport of [
    { width: 1440, height: 900 },
    { width: 390, height: 844 },
  ])
    test.describe(`in ${colorScheme}, ${viewport.width} wide`, () => {
      test.use({ colorScheme, viewport });
      test('axe finds nothing serious, and nothing runs out of the page', async ({ page, status }) => {
        await status.open();
        expect(await seriousViolations(page)).toEqual([]);
        const overflow = await page.evaluate(() => document.body.scrollWidth - window.innerWidth);
        expect(overflow).toBeLessThanOrEqual(0);
      });
    });
