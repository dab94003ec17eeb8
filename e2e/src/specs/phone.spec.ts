import { createDraft } from '@karma/editor';
import { keepDraft } from '../world/drafts';
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

test('the bar of a draft says in full what it changes', async ({ page, map }) => {
  await map.open('?env=prod');
  await keepDraft(page, createDraft('empty', 'A draft with a name that is too long for a phone'));
  await map.open('?env=prod&draft=empty&panel=none');
  const state = page.getByText('Nothing changed yet');
  await expect(state).toBeInViewport({ ratio: 1 });
  expect(await state.evaluate((element) => element.scrollWidth <= element.clientWidth)).toBe(true);
  await expect(page.getByRole('button', { name: 'Leave', exact: true })).toBeInViewport({ ratio: 1 });
  const boxOf = (name: RegExp) => page.getByRole('button', { name }).boundingBox();
  const [drafts, undo] = [await boxOf(/^Drafts: /), await boxOf(/^Undo$/)];
  expect((drafts?.x ?? 0) + (drafts?.width ?? 1e9)).toBeLessThanOrEqual(undo?.x ?? 0);
});
