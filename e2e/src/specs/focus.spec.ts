import { seriousViolations } from '../world/axe';
import { expect, test } from '../world/fixtures';

const ORDERS = 'prod/ecs-service/orders';

test('a focus starts at one step, grows by direction, and goes back the way it came', async ({
  page,
  map,
  tracePanel,
}) => {
  await map.open('?env=prod');
  await map.card('prod/rds-postgres/orders').dblclick();
  await expect(page).toHaveURL(/focus=prod\/rds-postgres\/orders/);
  await map.settled();

  await map.open(`?env=prod&focus=${ORDERS}`);
  const places = await map.positions();
  const start = [...places.keys()];
  const further = map.graph.getByRole('button', { name: /more components? that these depend on/ });

  await test.step('the button at the edge says how many would come, and they come', async () => {
    const added = Number(/(\d+) more/.exec((await further.getAttribute('aria-label')) ?? '')?.[1]);
    await further.click();
    await expect(page).toHaveURL(/up=2/);
    await expect(map.cards).toHaveCount(start.length + added);
    await map.settled();
    const now = await map.positions();
    expect(new Map(start.map((id) => [id, now.get(id)]))).toEqual(places);
    await expect(tracePanel.ring('2 steps upstream')).toBeVisible();
  });

  await test.step('keys do the same for the other side', async () => {
    const before = await map.cards.count();
    await page.keyboard.press('Shift+ArrowLeft');
    await expect(page).toHaveURL(/down=2/);
    await expect.poll(() => map.cards.count()).toBeGreaterThan(before);
    await page.keyboard.press('Control+Shift+ArrowLeft');
    await expect(page).toHaveURL(/down=1/);
    await expect(map.cards).toHaveCount(before);
  });

  await test.step('the panel steps, too, up to all there is', async () => {
    await tracePanel.region.getByRole('button', { name: 'All' }).first().click();
    await expect(page).toHaveURL(/up=50/);
    await expect(further).toBeHidden();
    expect(await seriousViolations(page)).toEqual([]);
  });

  await test.step('each step back is one step back', async () => {
    for (const address of [/down=1/, /down=2/, /up=2$/]) {
      await page.goBack();
      await expect(page).toHaveURL(address);
    }
    await page.goBack();
    await expect(map.cards).toHaveCount(start.length);
  });
});

test('on a phone, the steps of a focus are at hand', async ({ page, map }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await map.open(`?env=prod&focus=${ORDERS}&panel=none`);
  const before = await map.cards.count();
  await map.graph.getByRole('button', { name: /more components? that depend on these/ }).click();
  await expect.poll(() => map.cards.count()).toBeGreaterThan(before);
  await map.graph.getByRole('button', { name: 'One step less downstream' }).click();
  await expect(map.cards).toHaveCount(before);
});
