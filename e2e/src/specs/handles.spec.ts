import { expect, test } from '../world/fixtures';

test('cards of the draft have handles: dragged to what they need, and to who is to use them', async ({
  page,
  map,
  composer,
}) => {
  await composer.open('dev');
  await composer.drag(composer.type('lambda'), { x: 700, y: 250 });
  await composer.name('resize');
  const resize = 'dev/lambda/resize';
  await page.getByRole('button', { name: 'Close inspector' }).click();
  await map.settled();

  await test.step('over what no key takes, it says so', async () => {
    await composer.hold(composer.handle(resize, 'needs'), await composer.middleOf('dev/s3-bucket/labels'));
    await expect(
      page.getByText('No key of a component of type lambda takes the type s3-bucket.'),
    ).toBeVisible();
    await page.keyboard.press('Escape');
    await page.mouse.up();
  });

  await test.step('a map without entries gets its first, at a nested key', async () => {
    await composer.drag(composer.handle(resize, 'needs'), await composer.middleOf('dev/vpc/main'));
    await expect(map.arrow(resize, 'dev/vpc/main')).toHaveCount(1);
    await expect(
      page.getByText(`Connected ${resize} to dev/vpc/main at functions.resize.vpc_nickname.`),
    ).toBeVisible();
  });
});

test('dropped on the empty canvas, a handle offers the types that fit; one click makes and connects', async ({
  page,
  map,
  composer,
}) => {
  await composer.open('dev');
  const empty = { x: 700, y: 790 };

  await test.step('from who gives, to a new consumer', async () => {
    await map.card('dev/vpc/main').hover();
    await composer.drag(composer.handle('dev/vpc/main', 'gives'), empty);
    await page.getByRole('option', { name: 'New rds-postgres…' }).click();
    await composer.name('reports');
    await expect(map.arrow('dev/rds-postgres/reports', 'dev/vpc/main')).toHaveCount(1);
  });

  await test.step('from who needs, to a new provider', async () => {
    await page.getByRole('button', { name: 'Undo', exact: true }).click();
    await page.getByRole('button', { name: 'Close inspector' }).click();
    await map.settled();
    await map.card('dev/ecs-cluster/core').hover();
    await composer.drag(composer.handle('dev/ecs-cluster/core', 'needs'), empty);
    await composer.name('second');
    await expect(map.arrow('dev/ecs-cluster/core', 'dev/vpc/second')).toHaveCount(1);
    await expect(map.arrow('dev/ecs-cluster/core', 'dev/vpc/main')).toHaveCount(1);
    await expect(composer.bar).toContainText('Connect dev/ecs-cluster/core to dev/vpc/second');
  });
});
