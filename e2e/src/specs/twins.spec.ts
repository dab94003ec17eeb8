import { readFile } from 'node:fs/promises';
import { seriousViolations } from '../world/axe';
import { expect, test } from '../world/fixtures';

test('the map as a table: sorted, selected, its columns chosen, taken away as CSV', async ({
  page,
  map,
  inspector,
  twins,
}) => {
  await map.open('?env=prod');
  const count = await map.cards.count();
  await twins.show('Table');
  await expect(twins.table).toHaveAttribute('aria-rowcount', String(count + 1));

  await twins.sortBy('used by');
  await expect(page).toHaveURL(/sort=-used\+by/);
  await expect(twins.table.getByRole('rowheader').first()).toHaveText('main');

  await twins.row('main').first().getByRole('link').click();
  await expect(inspector.heading('main')).toBeVisible();
  await expect(twins.row('main').first()).toHaveAttribute('aria-current', 'true');
  expect(await seriousViolations(page)).toEqual([]);

  await page.getByRole('button', { name: 'Columns' }).click();
  await page.getByRole('checkbox', { name: 'tags' }).check();
  await page.keyboard.press('Escape');
  const saved = page.waitForEvent('download');
  await page.getByRole('button', { name: 'CSV' }).click();
  const lines = (await readFile(await (await saved).path(), 'utf8')).trimEnd().split('\r\n');
  expect(lines[0]).toBe('id,name,type,status,owner,errors,warnings,depends on,used by,tags');
  expect(lines[1]).toMatch(/^prod\/vpc\/main,main,vpc,/);
  expect(lines).toHaveLength(count + 1);

  await twins.show('Map');
  await map.settled();
  await expect(map.card('prod/vpc/main')).toBeVisible();
});

test('the map as a tree: every step by keys, and the selection in step', async ({
  page,
  map,
  inspector,
  twins,
}) => {
  await map.open('?env=prod');
  await page.keyboard.press('3');
  await twins.tree.focus();
  await page.keyboard.press('End');
  await expect(twins.activeLine).toContainText('vpc');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  await expect(twins.activeLine).toContainText('main');
  await page.keyboard.press('Enter');
  await expect(inspector.heading('main')).toBeVisible();
  await expect(twins.activeLine).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  await expect(twins.activeLine).toHaveText(/Depends on|Used by/);
  await expect(twins.activeLine).toHaveAttribute('aria-level', '3');
  expect(await seriousViolations(page)).toEqual([]);

  await page.goto('/?env=prod&as=tree&sel=prod/ecs-service/orders');
  await expect(twins.tree.getByRole('treeitem', { selected: true })).toContainText('orders');
  await twins.tree.focus();
  await page.keyboard.press('b');
  await expect(page).toHaveURL(/mode=impact/);
});
