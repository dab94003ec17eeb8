import { seriousViolations } from '../world/axe';
import { expect, test } from '../world/fixtures';

test('a type dragged out becomes a component where it is dropped; undo, redo and a reload keep it', async ({
  page,
  map,
  composer,
}) => {
  await composer.open('dev');
  const before = await map.positions();
  const place = { x: 760, y: 250 };
  const wanted = await composer.placeOn(place, 'dev/vpc/main');

  await test.step('a name that is taken is refused while it is typed', async () => {
    await composer.drag(composer.type('vpc'), place);
    await page.getByRole('textbox', { name: 'Nickname' }).fill('main');
    await expect(page.getByText('dev has a vpc named main already.')).toBeVisible();
    expect(await seriousViolations(page)).toEqual([]);
    await composer.name('second');
  });

  const card = map.card('dev/vpc/second');
  await test.step('it stands where it was dropped, marked as added, and nothing else moved', async () => {
    await expect(card).toBeVisible();
    await expect(card.getByRole('img', { name: 'Added by the draft' })).toBeVisible();
    const after = await map.positions();
    for (const [id, position] of before) expect(after.get(id)).toEqual(position);
    // The view may have moved to make room for the inspector: what counts is where it stands on the canvas.
    const stands = after.get('dev/vpc/second');
    expect(Math.abs((stands?.x ?? 0) - wanted.x)).toBeLessThan(3);
    expect(Math.abs((stands?.y ?? 0) - wanted.y)).toBeLessThan(3);
  });

  await test.step('undo and redo by keys', async () => {
    await map.graph.click({ position: { x: 20, y: 300 } });
    await page.keyboard.press('Control+z');
    await expect(card).toHaveCount(0);
    await page.keyboard.press('Control+Shift+z');
    await expect(card).toBeVisible();
  });

  await test.step('a reload finds it where it was', async () => {
    const kept = (await map.positions()).get('dev/vpc/second');
    await page.reload();
    await map.settled();
    await expect(card).toBeVisible();
    expect((await map.positions()).get('dev/vpc/second')).toEqual(kept);
    expect(await seriousViolations(page)).toEqual([]);
  });

  await test.step('left and entered again, the draft is as it was', async () => {
    await page.getByRole('button', { name: 'Leave', exact: true }).click();
    await expect(card).toHaveCount(0);
    await page.keyboard.press('e');
    await expect(card).toBeVisible();
  });
});

test('types are placed by keys', async ({ page, map, composer }) => {
  await composer.open('dev');
  await composer.palette.getByRole('textbox', { name: 'Search types and components' }).fill('redis');
  await composer.type('redis').focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('textbox', { name: 'Nickname' })).toBeFocused();
  await page.keyboard.type('cache');
  await page.keyboard.press('Enter');
  await expect(map.card('dev/redis/cache')).toBeVisible();
});

test('ports are connected by dragging and by keys, and say why something does not fit', async ({
  page,
  map,
  composer,
}) => {
  await composer.open('dev');
  await composer.type('redis').focus();
  await page.keyboard.press('Enter');
  await composer.name('sessions');
  const ports = composer.ports('dev/redis/sessions');
  const port = ports.getByRole('button', { name: /^Connect vpc_nickname, takes vpc/ });
  const arrow = map.arrow('dev/redis/sessions', 'dev/vpc/main');

  await test.step('over what does not fit, it says why', async () => {
    await composer.hold(port, await composer.middleOf('dev/dynamodb-table/tracking-events'));
    await expect(page.getByText('vpc_nickname takes a vpc; this is a dynamodb-table.')).toBeVisible();
    await page.keyboard.press('Escape');
    await page.mouse.up();
    await expect(arrow).toHaveCount(0);
  });

  await test.step('dropped on what fits, it writes the key', async () => {
    await composer.drag(port, await composer.middleOf('dev/vpc/main'));
    await expect(arrow).toHaveCount(1);
    await expect(composer.bar).toContainText('Connect dev/redis/sessions to dev/vpc/main');
    await expect(port).toHaveAccessibleName(/main$/);
    await page.getByRole('button', { name: 'Undo', exact: true }).click();
    await expect(arrow).toHaveCount(0);
  });

  await test.step('by keys: to the ports, a port, what is to stand there', async () => {
    await map.card('dev/redis/sessions').focus();
    await page.keyboard.press('c');
    await expect(port).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(page.getByRole('combobox', { name: /^Connect vpc_nickname/ })).toBeFocused();
    await page.keyboard.type('main');
    expect(await seriousViolations(page)).toEqual([]);
    await page.keyboard.press('Enter');
    await expect(arrow).toHaveCount(1);
    await expect(
      page.getByText('Connected dev/redis/sessions to dev/vpc/main at vpc_nickname.'),
    ).toBeVisible();
  });

  await test.step('a selected arrow is disconnected by Delete', async () => {
    await page.goto(`${page.url().replace(/&sel=[^&]*/, '')}&sel=dev/redis/sessions~dev/vpc/main`);
    await map.settled();
    await expect(arrow).toHaveCount(1);
    await page.keyboard.press('Delete');
    await expect(arrow).toHaveCount(0);
  });
});

test('what is deleted stays as a ghost, and shows who is hit', async ({ page, map, composer }) => {
  await composer.open('dev');
  await map.card('dev/vpc/main').click({ button: 'right' });
  await page.getByRole('menuitem', { name: 'Delete' }).click();
  await page.mouse.move(5, 5);
  const ghost = map.card('dev/vpc/main');
  await expect(ghost.getByRole('img', { name: 'Removed by the draft' })).toBeVisible();
  await expect(map.card('dev/ecs-cluster/core').getByTitle(/^1 step away, certain$/)).toBeVisible();
});
