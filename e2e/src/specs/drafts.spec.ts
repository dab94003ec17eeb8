import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { seriousViolations } from '../world/axe';
import { expect, test } from '../world/fixtures';

const VPC = 'dev/vpc/main';

test('a ready-made draft shows in a minute what composing is', async ({ page, map, draft }) => {
  await map.open('?env=prod');
  await page.keyboard.press('e');
  await draft.showPlan();
  await draft.plan.getByRole('button', { name: /Try it/ }).click();
  const findings = draft.plan.getByRole('region', { name: 'Findings' });
  await expect(findings.getByRole('heading', { name: 'Others depend on it' })).toBeVisible();
  await expect(draft.plan.getByRole('status')).toContainText('1 blocking');
  await expect(draft.plan.getByRole('region', { name: 'Risk' })).toContainText('Production');
  await expect(draft.plan.getByRole('region', { name: 'Blast radius' })).toContainText('media');

  await findings
    .getByRole('link', { name: /labels · s3-bucket/ })
    .first()
    .click();
  await expect(page).toHaveURL(/sel=prod\/s3-bucket\/labels/);
  await expect(page.getByText('The draft deletes it')).toBeVisible();

  await draft.bar.getByRole('button', { name: 'Steps' }).click();
  await page.getByRole('button', { name: 'Duplicate prod/vpc/main as prod/vpc/tracking' }).click();
  await expect(draft.plan.getByRole('status')).not.toContainText('blocking');
  expect(await seriousViolations(page)).toEqual([]);
});

test('a draft survives a reload, and a crash of its tab', async ({ page, context, draft }) => {
  await draft.begin(VPC);
  await draft.field(VPC, 'cidr_block').fill('10.77.0.0/16');
  await expect(draft.state).toContainText('Set cidr_block of dev/vpc/main');
  await page.reload();
  await expect(draft.field(VPC, 'cidr_block')).toHaveValue('10.77.0.0/16');

  await draft.field(VPC, 'nat_gateways').fill('7');
  await expect(draft.state).toContainText('Set nat_gateways');
  const address = page.url();
  const crashed = page.waitForEvent('crash');
  const devtools = await context.newCDPSession(page);
  void devtools.send('Page.crash').catch(() => undefined);
  await crashed;
  const tab = draft.on(await context.newPage());
  await tab.page.goto(address);
  await expect(tab.field(VPC, 'nat_gateways')).toHaveValue('7');
  await tab.bar.getByRole('button', { name: 'Undo' }).click();
  await expect(tab.field(VPC, 'nat_gateways')).not.toHaveValue('7');
  await expect(tab.field(VPC, 'cidr_block')).toHaveValue('10.77.0.0/16');
});

test('drafts have names, go into files and come back from them, and can be had back when deleted', async ({
  page,
  draft,
}) => {
  const first = await draft.begin(VPC);
  await draft.field(VPC, 'cidr_block').fill('10.77.0.0/16');
  await draft.choose(/^Rename/);
  await page.getByRole('textbox', { name: 'Name' }).fill('Wider network');
  await page.keyboard.press('Enter');
  await expect(draft.bar.getByRole('button', { name: 'Drafts: Wider network' })).toBeVisible();

  const downloading = page.waitForEvent('download');
  await draft.choose(/^Export/);
  const download = await downloading;
  expect(download.suggestedFilename()).toBe('wider-network.draft.json');
  const file = await download.path();

  await draft.choose(/^New draft/);
  await page.getByRole('textbox', { name: 'Name' }).fill('Another one');
  await page.keyboard.press('Enter');
  await expect(draft.state).toHaveText('Nothing changed yet');
  await draft.openMenu();
  await expect(draft.menu.getByRole('menuitem', { name: /Wider network.*1 file/ })).toBeVisible();
  expect(await seriousViolations(page)).toEqual([]);
  await draft.menu.getByRole('menuitem', { name: /Wider network/ }).click();
  await expect(draft.field(VPC, 'cidr_block')).toHaveValue('10.77.0.0/16');

  await draft.choose(/^Delete/);
  await expect(draft.bar.getByRole('button', { name: 'Drafts: Another one' })).toBeVisible();
  await page.getByRole('button', { name: 'Undo', exact: true }).last().click();
  await expect(draft.bar.getByRole('button', { name: 'Drafts: Wider network' })).toBeVisible();
  expect(draft.id).toBe(first);
  await expect(draft.state).toContainText('1 file');

  await draft.import(await readFile(file, 'utf8'));
  await expect.poll(() => draft.id).not.toBe(first);
  await expect(draft.state).toContainText('1 file');
  await draft.import('{ "name": "something else" }');
  await expect(page.getByRole('alert').filter({ hasText: 'was not opened' })).toContainText('version');
  await expect(draft.state).toContainText('1 file');
});

test('a link to a draft of another browser says that it is not here, and what can be done', async ({
  page,
  browser,
  baseURL,
  draft,
}) => {
  await draft.begin(VPC);
  await draft.field(VPC, 'cidr_block').fill('10.77.0.0/16');
  await expect(draft.state).toContainText('1 file');
  const other = await browser.newContext({ ...(baseURL && { baseURL }) });
  const theirs = draft.on(await other.newPage());
  await theirs.page.goto(page.url());
  await expect(theirs.absent).toContainText('A draft stays in the browser that made it');
  expect(await seriousViolations(theirs.page)).toEqual([]);

  const downloading = page.waitForEvent('download');
  await draft.choose(/^Export/);
  const file = await (await downloading).path();
  const choosing = theirs.page.waitForEvent('filechooser');
  await theirs.absent.getByRole('button', { name: 'Import from a file…' }).click();
  await (await choosing).setFiles(file);
  await expect(theirs.absent).toHaveCount(0);
  await expect(theirs.field(VPC, 'cidr_block')).toHaveValue('10.77.0.0/16');

  await theirs.page.goto(page.url());
  await expect(theirs.absent).toBeVisible();
  await theirs.page.keyboard.press('Escape');
  await expect(theirs.absent).toHaveCount(0);
  await expect(theirs.page).not.toHaveURL(/draft=/);
  await other.close();
});

test('two tabs work on one draft, and nothing of either is lost', async ({ page, context, draft }) => {
  await draft.begin(VPC);
  await draft.field(VPC, 'cidr_block').fill('10.77.0.0/16');
  await expect(draft.state).toContainText('1 file');
  const other = draft.on(await context.newPage());
  await other.page.goto(page.url());
  await expect(other.field(VPC, 'cidr_block')).toHaveValue('10.77.0.0/16');

  await test.step('what one does is in the other', async () => {
    await other.field(VPC, 'nat_gateways').fill('7');
    await expect(draft.field(VPC, 'nat_gateways')).toHaveValue('7');
    await draft.bar.getByRole('button', { name: 'Undo' }).click();
    await expect(other.field(VPC, 'nat_gateways')).toHaveValue('1');
    await other.bar.getByRole('button', { name: 'Redo' }).click();
    await expect(draft.field(VPC, 'nat_gateways')).toHaveValue('7');
  });

  await test.step('a tab that heard nothing of the other writes over nothing', async () => {
    const deaf = draft.on(await deafPage(page));
    await deaf.page.goto(page.url());
    await expect(deaf.field(VPC, 'nat_gateways')).toHaveValue('7');
    await draft.field(VPC, 'flow_log_bucket').fill('labels');
    await expect(other.field(VPC, 'flow_log_bucket')).toHaveValue('labels');
    await expect(deaf.field(VPC, 'flow_log_bucket')).toHaveValue('flow-logs');
    await deaf.field(VPC, 'cidr_block').fill('10.79.0.0/16');
    await expect(draft.field(VPC, 'cidr_block')).toHaveValue('10.79.0.0/16');
    for (const tab of [draft, other, deaf])
      await expect(tab.field(VPC, 'flow_log_bucket')).toHaveValue('labels');
  });
});

/** Another tab that hears nothing of what the others do. */
async function deafPage(page: Page): Promise<Page> {
  const tab = await page.context().newPage();
  await tab.addInitScript(() => {
    Object.defineProperty(BroadcastChannel.prototype, 'onmessage', { set: () => undefined });
  });
  return tab;
}
