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
    const box = await card.boundingBox();
    expect(Math.abs((box?.x ?? 0) + (box?.width ?? 0) / 2 - place.x)).toBeLessThan(3);
    const after = await map.positions();
    for (const [id, position] of before) expect(after.get(id)).toEqual(position);
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
  await page.keyboard.type('cache');
  await page.keyboard.press('Enter');
  await expect(map.card('dev/redis/cache')).toBeVisible();
});
