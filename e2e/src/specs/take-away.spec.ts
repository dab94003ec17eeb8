import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { expect, test } from '../world/fixtures';

async function exported(page: Page, format: string): Promise<{ name: string; content: Buffer }> {
  const saved = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Export', exact: true }).click();
  await page.getByRole('menuitem', { name: format, exact: true }).click();
  const download = await saved;
  return { name: download.suggestedFilename(), content: await readFile(await download.path()) };
}

test('what is shown is taken away whole: pictures, diagrams, data, a link', async ({ page, map }) => {
  await map.open('?env=prod');
  const count = await map.cards.count();

  const svg = await exported(page, 'SVG, dark');
  expect(svg.name).toBe('karma-prod.svg');
  expect(svg.content.toString()).toMatch(/<svg.*legacy-exports.*<\/svg>/s);

  const png = await exported(page, 'PNG, light');
  expect(png.content.subarray(1, 4).toString()).toBe('PNG');

  expect((await exported(page, 'Mermaid')).content.toString()).toMatch(/^flowchart LR\n/);
  const json = JSON.parse((await exported(page, 'JSON')).content.toString());
  expect(json.components).toHaveLength(count);
  expect(json.dependencies[0].evidence[0]).toHaveProperty('rule');

  await page.getByRole('button', { name: 'Export', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Copy link' }).click();
  await expect(page.getByText('The link to this view is copied')).toBeVisible();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(page.url());
});

test('a picture shows shut groups as they stand on screen, or opened', async ({ page, map }) => {
  await map.open('?env=prod&group=owner&shut=*');
  const shut = await map.cards.count();
  const count = (svg: Buffer) => svg.toString().match(/<g transform="translate[^>]*>\s*<title>/g)?.length;
  expect(count((await exported(page, 'SVG, light')).content)).toBe(shut);

  await page.getByRole('button', { name: 'Export', exact: true }).click();
  await page.getByRole('menuitemcheckbox', { name: /Open \d+ shut groups in pictures/ }).click();
  const saved = page.waitForEvent('download');
  await page.getByRole('menuitem', { name: 'SVG, light', exact: true }).click();
  expect(count(await readFile(await (await saved).path()))).toBeGreaterThan(shut);
});
