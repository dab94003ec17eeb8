import { expect, test } from '../world/fixtures';

test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });

test('on a phone: search, inspect and see the blast radius in a sheet, with nothing cut off sideways', async ({
  page,
  map,
  inspector,
  palette,
  tracePanel,
}) => {
  await map.open('?env=prod');
  const hasSideways = () =>
    page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth);
  expect(await hasSideways()).toBe(false);

  await page.getByRole('button', { name: 'Search' }).tap();
  await palette.input.fill('prod/kms-key/data');
  await palette.options.first().tap();
  await expect(inspector.heading('data')).toBeVisible();
  await expect(inspector.region).toBeInViewport();
  expect(await hasSideways()).toBe(false);

  await map.open('?env=prod&mode=impact&focus=prod/kms-key/data');
  await expect(tracePanel.ring('Directly')).toBeVisible();
  expect(await hasSideways()).toBe(false);
});
