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
