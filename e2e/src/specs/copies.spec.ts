import type { Page } from '@playwright/test';
import { seriousViolations } from '../world/axe';
import { expect, test } from '../world/fixtures';

const QUOTES = 'prod/redis/quotes';
const COPY = 'dev/redis/quotes';

/** Opens the menu of the selected card, and one of its dialogs. */
async function openDialog(page: Page, item: string): Promise<void> {
  await page.getByRole('region', { name: 'Graph' }).focus();
  await page.keyboard.press('.');
  await page.getByRole('menuitem', { name: item }).click();
}

async function choose(page: Page, label: string, option: string): Promise<void> {
  await page
    .getByRole('combobox', { name: label })
    .or(page.getByRole('textbox', { name: label }))
    .click();
  await page.getByRole('option', { name: option, exact: true }).click();
}

test('a component is copied to another environment as an overlay, and in full', async ({ page, draft }) => {
  const id = await draft.begin(QUOTES);
  await openDialog(page, 'Copy to another environment…');
  await choose(page, 'To the environment', 'dev');
  expect(await seriousViolations(page)).toEqual([]);
  await page.getByRole('button', { name: 'Copy', exact: true }).click();
  await expect(draft.state).toContainText(`Copy ${QUOTES} to dev`);

  await page.goto(`/?env=dev&draft=${id}&sel=${COPY}`);
  await expect(draft.field(COPY, 'cluster_id')).toBeDisabled();
  await draft.show(COPY, 'JSON');
  expect(JSON.parse(await draft.textOf(COPY))).toEqual({ $extends: QUOTES });

  await draft.bar.getByRole('button', { name: 'Undo' }).click();
  await page.goto(`/?env=prod&draft=${id}&sel=${QUOTES}`);
  await draft.editor(QUOTES).waitFor();
  await openDialog(page, 'Copy to another environment…');
  await choose(page, 'To the environment', 'dev');
  await page.getByRole('radio', { name: 'In full' }).check();
  await page.getByRole('button', { name: 'Copy', exact: true }).click();
  await page.goto(`/?env=dev&draft=${id}&sel=${COPY}`);
  await expect(draft.field(COPY, 'cluster_id')).toHaveValue('halyard-prod-quotes');
  await expect(draft.field(COPY, 'cluster_id')).toBeEnabled();
});

test('a component is rerouted in one environment by an overlay of one key', async ({ page, draft }) => {
  const id = await draft.begin(QUOTES);
  await openDialog(page, 'Reroute in an environment…');
  await choose(page, 'In the environment', 'dev');
  await choose(page, 'Its key', 'vpc_nickname');
  await choose(page, 'Names instead', 'dev/vpc/main');
  await page.getByRole('button', { name: 'Reroute', exact: true }).click();
  await expect(draft.state).toContainText(`Reroute ${COPY} to dev/vpc/main`);
  await page.goto(`/?env=dev&draft=${id}&sel=${COPY}`);
  await draft.show(COPY, 'JSON');
  expect(JSON.parse(await draft.textOf(COPY))).toEqual({ $extends: QUOTES, vpc_nickname: 'main' });
});

test('a rename is shown as what it is: one is created, one is retired, and the state is told of', async ({
  page,
  map,
  draft,
}) => {
  await draft.begin(QUOTES);
  await openDialog(page, 'Rename…');
  await page.getByRole('textbox', { name: 'Nickname' }).fill('rates');
  await page.getByRole('button', { name: 'Rename', exact: true }).click();
  await expect(
    page.getByText(/Move the Terraform state of prod\/redis\/quotes to prod\/redis\/rates/),
  ).toBeVisible();
  await expect(page.getByText(/Destroy prod\/redis\/quotes/)).toBeVisible();
  await page.getByRole('button', { name: 'Done' }).click();
  await expect(map.card('prod/redis/rates').getByRole('img', { name: 'Added by the draft' })).toBeVisible();
  await expect(map.card(QUOTES).getByRole('img', { name: 'Removed by the draft' })).toBeVisible();
  await expect(draft.state).toContainText('Rename prod/redis/quotes to rates');
  expect((await draft.steps()).length).toBe(1);
});
