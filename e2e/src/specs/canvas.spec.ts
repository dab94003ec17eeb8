import { expect, test } from '../world/fixtures';
import { createWorld } from '../world/world';

const QUEUES = 300;

test('a large graph is drawn from afar on one canvas, near as cards, and in groups', async ({ page }) => {
  const world = await createWorld();
  try {
    const queues = Array.from({ length: QUEUES }, (_, index) => `prod/sqs-queue/extra-${index}`);
    const config = { kms_key_nickname: 'data', tags: { owner: 'returns' } };
    world.commit(Object.fromEntries(queues.map((id) => [id, config])), 'Add many queues');
    const graph = page.getByRole('region', { name: 'Graph' });
    const drawing = graph.getByRole('img', { name: /components, .* dependencies/ });
    const cards = graph.locator('.react-flow__node');

    await page.goto(`${world.address}/?env=prod&group=owner&open=*`);
    await expect(drawing).toBeVisible({ timeout: 60_000 });
    await expect(drawing).toHaveAccessibleName(/returns: 3\d\d/);
    await expect(cards).toHaveCount(0);

    await test.step('the pointer selects what is drawn', async () => {
      const box = await graph.boundingBox();
      if (!box) throw new Error('The graph has no place');
      for (let step = 1; step < 100 && !page.url().includes('sel='); step++) {
        const [across, down] = [(step * 0.37) % 1, (step * 0.61) % 1];
        await page.mouse.click(
          box.x + box.width * (0.2 + 0.6 * across),
          box.y + box.height * (0.1 + 0.7 * down),
        );
      }
      await expect(page).toHaveURL(/sel=prod\//);
      await expect(page.getByRole('region', { name: 'Inspector', exact: true })).toBeVisible();
    });

    await test.step('the mini map moves the view', async () => {
      const sight = () => graph.locator('.react-flow__viewport').getAttribute('style');
      const before = await sight();
      await graph.getByRole('img', { name: 'Mini map' }).click({ position: { x: 40, y: 30 } });
      await expect.poll(sight).not.toBe(before);
    });

    await test.step('near, the cards in sight are elements, and few', async () => {
      await page.goto(`${world.address}/?env=prod&group=owner&open=*&sel=prod/vpc/main`);
      await expect(drawing).toBeVisible();
      for (let step = 0; step < 8; step++) await page.getByRole('button', { name: 'Zoom in' }).click();
      await expect(cards.first()).toBeVisible();
      expect(await graph.locator('.react-flow *').count()).toBeLessThanOrEqual(1500);
    });

    await test.step('the grouping is part of the link', async () => {
      await page.getByRole('button', { name: 'Group' }).click();
      await page.getByRole('menuitem', { name: 'Type', exact: true }).click();
      await expect(page).toHaveURL(/group=type/);
      await page.getByRole('button', { name: 'Open all' }).click();
      await expect(drawing).toHaveAccessibleName(/sqs-queue: 3\d\d/);
    });
  } finally {
    await world.remove();
  }
});
