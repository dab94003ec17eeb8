import { expect, test } from '../world/fixtures';

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
  await map.open('?env=prod&depth=many&sel=..%2Fetc&mode=wrong');
  await expect(map.card('prod/vpc/main')).toBeVisible();
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

test('a link reproduces the screen in another browser', async ({
  page,
  map,
  inspector,
  browser,
  baseURL,
}) => {
  const somewhereElse = async (search: string) => {
    const context = await browser.newContext({
      ...(baseURL && { baseURL }),
      viewport: page.viewportSize(),
      reducedMotion: 'reduce',
    });
    const other = map.on(await context.newPage());
    await other.page.goto(`/${search}`);
    return other;
  };

  await test.step('groups, hubs, selection, tab, history, camera', async () => {
    await map.open(
      '?env=prod&group=type&open=vpc&open=lambda&open=rds-postgres&hubs=prod/vpc/main&implied=hidden',
    );
    await map.card('prod/rds-postgres/orders').click();
    await inspector.region.getByRole('tab', { name: 'History' }).click();
    await page.keyboard.press('h');
    await map.graph.hover();
    await page.mouse.wheel(0, -200);
    await page.getByRole('button', { name: 'Export', exact: true }).click();
    await page.getByRole('menuitem', { name: 'Copy link' }).click();
    const link = new URL(await page.evaluate(() => navigator.clipboard.readText()));
    expect([...new Set(link.searchParams.keys())].sort()).toEqual(
      ['camera', 'env', 'group', 'hubs', 'implied', 'open', 'panel', 'sel', 'tab'].sort(),
    );
    const other = await somewhereElse(link.search);
    await other.settled();
    expect([...(await other.positions()).keys()].sort()).toEqual([...(await map.positions()).keys()].sort());
    await expect(other.page.getByRole('tab', { name: 'History', selected: true })).toBeVisible();
    const [here, there] = [map, other].map((each) => each.card('prod/rds-postgres/orders').boundingBox());
    const [from, to] = [await here, await there];
    expect(Math.abs((from?.x ?? 0) - (to?.x ?? 1e9))).toBeLessThanOrEqual(2);
    expect(Math.abs((from?.y ?? 0) - (to?.y ?? 1e9))).toBeLessThanOrEqual(2);
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
