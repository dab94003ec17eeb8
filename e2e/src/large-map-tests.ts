import { readFile } from 'node:fs/promises';
import { expect, test } from './world/fixtures';

const SERVICE = 'prod/ecs-service/ecs-7';
/** Uses the VPC, whatever the size. */
const IN_VPC = 'prod/ecs-service/ecs-12';

/** What people do with a map, on one of `components` components. */
export function testLargeMap(components: number): void {
  test.use({ components });

  test('opens whole, moves by hand, and comes near as cards', async ({ largeMap }) => {
    await largeMap.open();
    expect(await largeMap.count()).toBe(components);
    expect(await largeMap.colours()).toBeGreaterThan(20);
    await expect(largeMap.cards).toHaveCount(0);

    const before = await largeMap.viewport();
    await largeMap.drag(120, 60);
    const moved = await largeMap.viewport();
    expect(Math.round(moved.x - before.x)).toBe(120);
    expect(Math.round(moved.y - before.y)).toBe(60);

    await largeMap.open(`&sel=${SERVICE}`);
    await largeMap.zoomTo(1);
    await expect(largeMap.page.locator(`[data-id="${SERVICE}"]`)).toBeVisible();
    expect(await largeMap.graph.locator('.react-flow *').count()).toBeLessThanOrEqual(1500);
  });

  test('is reached by the pointer, the mini map and the keys from afar', async ({
    page,
    largeMap,
    inspector,
  }) => {
    await largeMap.open();
    await largeMap.clickSomewhere(() => page.url().includes('sel='));
    await expect(inspector.region).toBeVisible();

    await page.keyboard.press('Escape');
    const selected = new URL(page.url()).searchParams.get('sel');
    await page.keyboard.press('ArrowDown');
    await expect.poll(() => new URL(page.url()).searchParams.get('sel')).not.toBe(selected);

    const before = await largeMap.viewport();
    await largeMap.graph.getByRole('img', { name: 'Mini map' }).click({ position: { x: 40, y: 30 } });
    await expect.poll(() => largeMap.viewport()).not.toEqual(before);
  });

  test('a painted card is lifted by the pointer: dragged, pinned, its muted arrows drawn by its badge', async ({
    page,
    largeMap,
  }) => {
    await largeMap.open(`&sel=${IN_VPC}&panel=none`);
    await largeMap.zoomTo(1);
    const place = await largeMap.placeOf(IN_VPC);
    await page.keyboard.press('Escape');
    await largeMap.zoomTo(0.6);
    await expect(largeMap.card(IN_VPC)).toHaveCount(0);

    const from = await largeMap.onScreen(place);
    await page.mouse.move(from.x, from.y);
    await expect(largeMap.card(IN_VPC)).toBeVisible();
    await largeMap.dragFrom(from, { x: 30, y: 18 });
    await expect(largeMap.card(IN_VPC)).toHaveAccessibleName(/pinned/);
    await page.mouse.move(1, 1);
    await expect(largeMap.card(IN_VPC)).toHaveCount(0);
    const to = await largeMap.onScreen({ x: place.x + 50, y: place.y + 30 });
    await page.mouse.move(to.x, to.y);
    await expect(largeMap.card(IN_VPC)).toHaveAccessibleName(/pinned/);

    await largeMap.card(IN_VPC).locator('[data-hub="prod/vpc/main"]').click();
    await expect(page).toHaveURL(/hubs=prod\/vpc\/main/);
  });

  test('finds a component, traces it and comes back', async ({
    page,
    largeMap,
    palette,
    inspector,
    tracePanel,
  }) => {
    await largeMap.open();
    await palette.choose('ecs-7');
    await expect(inspector.heading('ecs-7')).toBeVisible();
    await inspector.act('Upstream');
    await expect(tracePanel.region).toBeVisible();
    await expect(page).toHaveURL(/focus=prod\/ecs-service\/ecs-7/);
    await page.goBack();
    await largeMap.settled();
    expect(await largeMap.count()).toBe(components);
  });

  test('a filter and a link show the same part', async ({ page, context, largeMap }) => {
    const query = encodeURIComponent('type:ecs-service or type:rds-postgres or type:vpc');
    await largeMap.open(`&q=${query}&group=type`);
    const shown = await largeMap.count();
    expect(shown).toBeGreaterThan(200);
    expect(shown).toBeLessThan(components / 2);
    await expect(largeMap.drawing).toHaveAccessibleName(/groups: ecs-service: [\d,]+, rds-postgres: [\d,]+/i);

    const other = largeMap.on(await context.newPage());
    await other.page.goto(page.url());
    await other.settled();
    expect(await other.drawing.getAttribute('aria-label')).toBe(
      await largeMap.drawing.getAttribute('aria-label'),
    );
    expect(await other.viewport()).toEqual(await largeMap.viewport());
  });

  test('a component that is added moves no other', async ({ world, largeMap }) => {
    await largeMap.open(`&sel=${SERVICE}`);
    await largeMap.zoomTo(1);
    const positions = () =>
      largeMap.cards.evaluateAll((cards) =>
        cards.map((card) => [card.getAttribute('data-id'), card.style.transform]),
      );
    const before = await positions();
    const name = `added-${Date.now()}`;
    world.commit(
      { [`prod/ecs-service/${name}`]: { name, vpc_nickname: 'main', tags: { Owner: 'data' } } },
      'Add a service',
    );
    await expect.poll(() => largeMap.count(), { timeout: 60_000 }).toBe(components + 1);
    await largeMap.settled();
    expect(await positions()).toEqual(before);
    world.commit({ [`prod/ecs-service/${name}`]: null }, 'Remove it again');
    await expect.poll(() => largeMap.count(), { timeout: 60_000 }).toBe(components);
  });

  test('is taken away whole', async ({ page, largeMap }) => {
    await largeMap.open();
    const saved = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Export', exact: true }).click();
    await page.getByRole('menuitem', { name: 'JSON', exact: true }).click();
    const graph = JSON.parse(await readFile(await (await saved).path(), 'utf8'));
    expect(graph.components).toHaveLength(components);
  });

  test('is a table and a tree, too, of which only what is in sight is on the page', async ({
    page,
    largeMap,
    twins,
  }) => {
    await largeMap.open();
    await twins.show('Table');
    await expect(twins.table).toHaveAttribute('aria-rowcount', String(components + 1));
    expect(await twins.table.getByRole('row').count()).toBeLessThan(200);
    await twins.sortBy('used by');
    await expect(twins.table.getByRole('rowheader').first()).toHaveText('main');

    await twins.show('Tree');
    await twins.tree.focus();
    await page.keyboard.press('End');
    await expect(twins.activeLine).toContainText('worker');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('End');
    await expect(twins.activeLine).toContainText('worker-');
    expect(await twins.tree.getByRole('treeitem').count()).toBeLessThan(200);
  });
}
