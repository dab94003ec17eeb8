import { createDraft } from '@karma/editor';
import { seriousViolations } from '../world/axe';
import { keepDraft } from '../world/drafts';
import { expect, test } from '../world/fixtures';

test('a duplicate stands beside its original, and has a menu of its own; nothing else moves', async ({
  page,
  map,
  composer,
}) => {
  await composer.open('dev');
  const before = await map.positions();
  await map.card('dev/vpc/main').click();
  await page.keyboard.press('.');
  await page.getByRole('menuitem', { name: 'Duplicate…' }).click();
  await page.getByRole('textbox', { name: 'Nickname' }).fill('second');
  await page.keyboard.press('Enter');
  await expect(map.card('dev/vpc/second')).toBeVisible();
  await expect(map.arrow('dev/vpc/second', 'dev/s3-bucket/flow-logs')).toHaveCount(1);

  const after = await map.positions();
  for (const [id, position] of before) expect(after.get(id), id).toEqual(position);
  const [original, copy] = [after.get('dev/vpc/main'), after.get('dev/vpc/second')];
  expect(Math.abs((copy?.x ?? 0) - (original?.x ?? 0))).toBeLessThan(300);
  expect(Math.abs((copy?.y ?? 0) - (original?.y ?? 0))).toBeLessThan(200);

  await test.step('the menu opens again, and Escape in a dialog leaves the selection', async () => {
    await page.keyboard.press('.');
    await page.getByRole('menuitem', { name: 'Rename…' }).click();
    await expect(page.getByRole('dialog', { name: 'Rename dev/vpc/second' })).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog', { name: 'Rename dev/vpc/second' })).toBeHidden();
    await expect(page).toHaveURL(/sel=dev\/vpc\/second/);
  });

  await test.step('another environment has nothing of it', async () => {
    await page.goto(
      page
        .url()
        .replace('env=dev', 'env=staging')
        .replace(/&sel=[^&]*/, ''),
    );
    await map.settled();
    await expect(composer.bar).toContainText('1 file');
    await expect(map.card('dev/vpc/second')).toHaveCount(0);
  });
});

test('what if a component fails, or is removed, is answered beside the map and on it, without a draft', async ({
  page,
  map,
}) => {
  await map.open('?env=dev');
  await map.card('dev/vpc/main').click({ button: 'right' });
  await page.getByRole('menuitem', { name: 'What if it fails?' }).click();
  const answer = page.getByRole('dialog', { name: 'What if dev/vpc/main …' });
  const service = map.card('dev/ecs-service/orders').getByTitle(/step/);
  await expect(answer.getByRole('link', { name: 'core ecs-cluster Certain' })).toBeVisible();
  await expect(map.card('dev/ecs-cluster/core').getByTitle('1 step away, certain')).toBeVisible();
  await expect(service).toBeVisible();
  await answer.getByText('Rollout waves').click();
  await expect(answer.getByRole('region', { name: 'Wave 1: 1' })).toBeVisible();
  expect(await seriousViolations(page)).toEqual([]);

  await answer.getByText('It is removed').click();
  await expect(answer.getByRole('heading', { name: 'Others depend on it' })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(service).toHaveCount(0);
  await expect(page).not.toHaveURL(/draft=|whatIf=|mishap=/);
});

test('a link asks what if, over a draft, too; back closes the answer', async ({ page, map, composer }) => {
  const answer = page.getByRole('dialog', { name: 'What if dev/vpc/main …' });
  const hit = map.card('dev/ecs-cluster/core').getByTitle('1 step away, certain');
  await map.open('?env=dev');
  await map.card('dev/vpc/main').click({ button: 'right' });
  await page.getByRole('menuitem', { name: 'What if it fails?' }).click();
  await answer.getByText('It is removed').click();
  await expect(page).toHaveURL(/whatIf=dev\/vpc\/main&mishap=removed/);
  const { search } = new URL(page.url());
  await page.goBack();
  await expect(answer).toBeHidden();
  await expect(hit).toHaveCount(0);

  await map.open(search);
  await expect(answer.getByRole('radio', { name: 'It is removed' })).toBeChecked();
  await expect(hit).toBeVisible();

  await keepDraft(page, createDraft('of-the-link', 'Of the link'));
  await map.open(`${search}&draft=of-the-link`);
  await expect(composer.bar).toContainText('Nothing changed yet');
  await expect(answer.getByRole('heading', { name: 'Others depend on it' })).toBeVisible();
  await expect(hit).toBeVisible();
  await composer.bar.getByRole('button', { name: 'Leave' }).press('Enter');
  await expect(composer.bar).toBeHidden();
  await expect(hit).toBeVisible();
});

test('a component is renamed from its menu, and who names it comes along', async ({
  page,
  map,
  composer,
}) => {
  await composer.open('dev');
  await map.card('dev/vpc/main').click({ button: 'right' });
  await page.getByRole('menuitem', { name: 'Rename…' }).click();
  await page.getByRole('textbox', { name: 'Nickname' }).fill('network');
  await page.getByRole('button', { name: 'Rename', exact: true }).click();
  await expect(page.getByText(/Move the Terraform state of dev\/vpc\/main/)).toBeVisible();
  await page.getByRole('button', { name: 'Done' }).click();
  await expect(map.card('dev/vpc/network')).toBeVisible();
  await expect(map.arrow('dev/ecs-cluster/core', 'dev/vpc/network')).toHaveCount(1);
});
