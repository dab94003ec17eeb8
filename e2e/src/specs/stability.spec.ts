import type { Page } from '@playwright/test';
import type { MapPage, Position } from '../pages/map-page';
import { QueryBar } from '../pages/query-bar';
import { expect, test } from '../world/fixtures';

test.use({ changing: true });

const ID = 'prod/vpc/main';

/** The components of `before` that are on the map still, and stand elsewhere. */
async function moved(map: MapPage, before: ReadonlyMap<string, Position>): Promise<string[]> {
  const now = await map.positions();
  return [...before].flatMap(([id, { x, y }]) => {
    const place = now.get(id);
    return place && (place.x !== x || place.y !== y) ? [id] : [];
  });
}

async function dragCard(page: Page, map: MapPage, id: string, by: Position): Promise<void> {
  const box = await map.card(id).boundingBox();
  if (!box) throw new Error(`${id} is not in sight`);
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x + by.x / 2, y + by.y / 2);
  await page.mouse.move(x + by.x, y + by.y, { steps: 4 });
  await page.mouse.up();
  await expect(map.card(id)).toHaveAccessibleName(/pinned/);
  await map.settled();
}

test('filters, steps around the focus and a reload move nothing', async ({ page, map }) => {
  await map.open('?env=prod');
  const whole = await map.positions();

  const query = new QueryBar(page);
  await query.ask('type:lambda');
  await expect.poll(() => map.cards.count()).toBeLessThan(whole.size);
  await map.settled();
  expect(await moved(map, whole)).toEqual([]);
  await page.goBack();
  await expect.poll(() => map.cards.count()).toBe(whole.size);
  expect(await moved(map, whole)).toEqual([]);

  await page.reload();
  await map.settled();
  expect(await map.positions()).toEqual(whole);

  await map.open(`?focus=${ID}&down=1`);
  const near = await map.positions();
  await map.open(`?focus=${ID}&down=3`);
  expect((await map.positions()).size).toBeGreaterThan(near.size);
  expect(await moved(map, near)).toEqual([]);
});

test('a drag pins a component through changes, reloads and tidying up, until it is let go', async ({
  page,
  map,
  world,
}) => {
  await map.open('?env=prod');
  const before = await map.positions();
  await dragCard(page, map, ID, { x: -90, y: 70 });
  expect(await moved(map, before)).toEqual([ID]);
  const dragged = await map.positions();

  await test.step('a change and a reload leave it there', async () => {
    const id = 'prod/sqs-queue/returned';
    world.commit({ [id]: { kms_key_nickname: 'data', tags: { owner: 'returns' } } }, 'Add a queue');
    await expect(map.card(id)).toBeVisible({ timeout: 30_000 });
    await map.settled();
    expect(await moved(map, dragged)).toEqual([]);
    await page.reload();
    await map.settled();
    expect(await moved(map, dragged)).toEqual([]);
    await expect(map.card(ID)).toHaveAccessibleName(/pinned/);
  });

  await test.step('tidying up moves others, and can be undone and redone', async () => {
    const untidy = await map.positions();
    await page.getByRole('button', { name: 'Tidy up the layout' }).click();
    await expect.poll(async () => (await moved(map, untidy)).length).toBeGreaterThan(0);
    await map.settled();
    expect((await map.positions()).get(ID)).toEqual(untidy.get(ID));
    const tidy = await map.positions();
    await page.getByRole('button', { name: 'Undo the layout' }).click();
    await expect.poll(() => map.positions()).toEqual(untidy);
    await page.keyboard.press('Control+Shift+Z');
    await expect.poll(() => map.positions()).toEqual(tidy);
    await page.keyboard.press('Control+Z');
    await expect.poll(() => map.positions()).toEqual(untidy);
  });

  await test.step('by keys it moves, is let go, and pinned again', async () => {
    await page.goto(`/?env=prod&sel=${ID}`);
    await map.settled();
    const place = (await map.positions()).get(ID);
    await page.keyboard.press('Alt+ArrowUp');
    await expect.poll(async () => (await map.positions()).get(ID)?.y).toBe((place?.y ?? 0) - 24);
    await page.keyboard.press('Shift+P');
    await expect(map.card(ID)).not.toHaveAccessibleName(/pinned/);
    await page.keyboard.press('Shift+P');
    await expect(map.card(ID)).toHaveAccessibleName(/pinned/);
    await page.getByRole('button', { name: 'Let the pinned component go' }).click();
    await expect(map.card(ID)).not.toHaveAccessibleName(/pinned/);
  });
});
