import type { Page } from '@playwright/test';
import { MapPage } from '../pages/map-page';
import { TracePanel } from '../pages/trace-panel';
import { test as base, expect } from '../world/fixtures';

const test = base.extend<{ somewhereElse: (search: string) => Promise<MapPage> }>({
  somewhereElse: ({ page, browser, baseURL }, use) =>
    use(async (search) => {
      const context = await browser.newContext({
        ...(baseURL && { baseURL }),
        viewport: page.viewportSize(),
        reducedMotion: 'reduce',
      });
      const other = new MapPage(await context.newPage());
      await other.page.goto(`/${search}`);
      return other;
    }),
});

async function copyLink(page: Page): Promise<URL> {
  await page.getByRole('button', { name: 'Export', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Copy link' }).click();
  return new URL(await page.evaluate(() => navigator.clipboard.readText()));
}

async function expectSamePlace(one: MapPage, other: MapPage, id: string): Promise<void> {
  const [here, there] = [await one.card(id).boundingBox(), await other.card(id).boundingBox()];
  for (const side of ['x', 'y', 'width'] as const)
    expect(Math.abs((here?.[side] ?? 0) - (there?.[side] ?? 1e9))).toBeLessThanOrEqual(2);
}

const idsOn = async (map: MapPage) => [...(await map.positions()).keys()].sort();

test('a link reproduces the view: filters, selection and mode', async ({ page, map, inspector, context }) => {
  await map.open('?env=prod&q=type:ecs-service+or+type:rds-postgres&sel=prod/rds-postgres/orders');
  const shown = [...(await map.positions()).keys()].sort();
  expect(shown.every((id) => /^prod\/(ecs-service|rds-postgres)\//.test(id))).toBe(true);
  await expect(inspector.heading('orders')).toBeVisible();

  const other = map.on(await context.newPage());
  await other.open(new URL(page.url()).search);
  expect(await other.positions()).toEqual(await map.positions());
});

test('going back in the browser goes back in the view', async ({ page, map, inspector }) => {
  await map.open('?env=prod');
  await map.card('prod/vpc/main').click();
  await expect(inspector.heading('main')).toBeVisible();
  await page.goBack();
  await expect(inspector.region).toBeHidden();
});

test('a link that makes no sense still opens the map', async ({ map }) => {
  for (const camera of ['', 'song', '0.00001,0,0,prod/vpc/main', '1,0,0,prod/vpc/gone']) {
    await map.open(`?env=prod&depth=many&sel=..%2Fetc&mode=wrong&camera=${camera}`);
    const width = async () => (await map.card('prod/vpc/main').boundingBox())?.width ?? 0;
    await expect.poll(width).toBeGreaterThan(50);
  }
});

test('a copied link shows what the map was moved to, and lets go of it', async ({
  page,
  map,
  inspector,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await map.open('?env=prod&sel=prod/vpc/main');
  const copy = async () => {
    await inspector.region.getByRole('button', { name: 'Copy link' }).click();
    return new URL(await page.evaluate(() => navigator.clipboard.readText()));
  };
  await expect(inspector.heading('main')).toBeVisible();
  await map.graph.hover();
  await page.mouse.wheel(0, -300);
  await expect.poll(async () => (await copy()).search).toMatch(/camera=/);
  const box = await map.card('prod/vpc/main').boundingBox();
  const link = await copy();

  const there = await context.newPage();
  const other = map.on(there);
  await other.open(link.search);
  await expect(there).not.toHaveURL(/camera=/);
  const shown = await other.card('prod/vpc/main').boundingBox();
  expect(Math.abs((shown?.x ?? 0) - (box?.x ?? 0))).toBeLessThanOrEqual(2);
  expect(Math.abs((shown?.y ?? 0) - (box?.y ?? 0))).toBeLessThanOrEqual(2);
  expect(Math.abs((shown?.width ?? 0) - (box?.width ?? 0))).toBeLessThanOrEqual(2);
});

test('a link holds the open lines of the tree, and the order of a blast radius', async ({ page, twins }) => {
  await page.goto('/?env=prod&as=tree');
  await twins.tree.getByRole('treeitem', { name: 'vpc' }).click();
  await expect(page).toHaveURL(/lines=prod/);
  await page.reload();
  await expect(twins.tree.getByRole('treeitem', { name: 'main vpc' })).toBeVisible();

  await page.goto('/?env=prod&as=tree&group=type&shut=*');
  await twins.tree.getByRole('treeitem', { name: 'vpc', expanded: false }).click();
  await expect(page).toHaveURL(/open=vpc/);

  await page.goto('/?env=prod&mode=impact&focus=prod/vpc/main&by=waves');
  await expect(page.getByRole('radio', { name: 'Rollout waves' })).toBeChecked();
  await expect(page.getByRole('heading', { name: /^Wave 1/ })).toBeVisible();
});

test('a link reproduces the screen in another browser', async ({ page, map, inspector, somewhereElse }) => {
  await test.step('groups, hubs, selection, tab, history, camera', async () => {
    await map.open(
      '?env=prod&group=type&open=vpc&open=lambda&open=rds-postgres&hubs=prod/vpc/main&implied=hidden',
    );
    await map.card('prod/rds-postgres/orders').click();
    await inspector.region.getByRole('tab', { name: 'History' }).click();
    await page.keyboard.press('h');
    await map.graph.hover();
    await page.mouse.wheel(0, -200);
    const link = await copyLink(page);
    expect([...new Set(link.searchParams.keys())].sort()).toEqual(
      ['camera', 'env', 'group', 'hubs', 'implied', 'open', 'panel', 'sel', 'tab'].sort(),
    );
    const other = await somewhereElse(link.search);
    await other.settled();
    expect(await idsOn(other)).toEqual(await idsOn(map));
    await expect(other.page.getByRole('tab', { name: 'History', selected: true })).toBeVisible();
    await expectSamePlace(map, other, 'prod/rds-postgres/orders');
    await expect(other.graph.getByRole('button', { name: /arrow/ })).toHaveText(
      (await map.graph.getByRole('button', { name: /arrow/ }).textContent()) ?? '',
    );
    await other.page.context().close();
  });

  await test.step('a table: query, columns, order, time', async () => {
    await page.goto(
      '/?env=prod&q=type:ecs-service&as=table&sort=-findings&cols=name&cols=findings&cols=owner',
    );
    const cells = (on: typeof page) => on.getByRole('grid').or(on.getByRole('table')).first().textContent();
    await expect.poll(() => cells(page)).toMatch(/returns/);
    const other = await somewhereElse(new URL(page.url()).search);
    await expect.poll(() => cells(other.page)).toBe(await cells(page));
    await other.page.context().close();
  });
});

test('a link to a moment of the past shows that moment in another browser', async ({
  page,
  map,
  somewhereElse,
}) => {
  await map.open('?env=prod&group=none&panel=history');
  const now = await idsOn(map);
  await page.getByRole('region', { name: 'History' }).getByRole('link').last().click();
  await page.getByRole('button', { name: 'View the graph as of then' }).click();
  const banner = page.getByRole('status').filter({ hasText: 'You are looking at the past: as of' });
  await expect(banner).toBeVisible();
  await expect.poll(() => idsOn(map)).not.toEqual(now);
  await map.settled();
  const link = await copyLink(page);
  expect([...link.searchParams.keys()].sort()).toEqual(['at', 'env', 'group', 'panel', 'rev']);

  const other = await somewhereElse(link.search);
  await other.settled();
  await expect(
    other.page.getByRole('status').filter({ hasText: (await banner.textContent()) ?? '' }),
  ).toBeVisible();
  expect(await idsOn(other)).toEqual(await idsOn(map));
  await expect(other.page.getByRole('heading', { level: 2 })).toHaveText(
    await page.getByRole('heading', { level: 2 }).allTextContents(),
  );
  await other.page.context().close();
});

for (const [what, focus, search] of [
  ['lineage', 'prod/rds-postgres/orders', 'up=2&down=3'],
  ['a blast radius', 'prod/vpc/main', 'mode=impact&key=vpc_id&depth=2&by=waves'],
  ['a path', 'prod/cloudwatch-alarm/track-availability', 'mode=path&to=prod/route53-zone/halyard'],
] as const)
  test(`a link to ${what} shows the same in another browser`, async ({
    page,
    map,
    tracePanel,
    somewhereElse,
  }) => {
    await map.open(`?env=prod&group=none&focus=${focus}&${search}`);
    await map.graph.hover();
    await page.mouse.wheel(0, -200);
    const link = await copyLink(page);
    const asked = new URLSearchParams(search).keys();
    expect([...link.searchParams.keys()].sort()).toEqual(
      ['camera', 'env', 'focus', 'group', ...asked].sort(),
    );

    const other = await somewhereElse(link.search);
    await other.settled();
    await expect(other.page).not.toHaveURL(/camera=/);
    expect(await idsOn(other)).toEqual(await idsOn(map));
    await expectSamePlace(map, other, focus);
    const told = await tracePanel.region.textContent();
    await expect.poll(() => new TracePanel(other.page).region.textContent()).toBe(told);
    await other.page.context().close();
  });
