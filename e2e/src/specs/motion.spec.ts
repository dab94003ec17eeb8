import { expect, test } from '../world/fixtures';

// All other specs ask for reduced motion.
test.use({ contextOptions: { reducedMotion: 'no-preference' } });

/** Pixels at which the name on a card can be read. */
const LEGIBLE = 90;

for (const view of ['?env=prod&sel=prod/vpc/main', '?env=prod&open=*&group=type&sel=prod/vpc/main']) {
  test(`a link to a component brings it into sight, legibly: ${view}`, async ({ page, map }) => {
    await map.open(view);
    await expect(map.card('prod/vpc/main')).toBeInViewport({ ratio: 0.99 });
    await expect
      .poll(async () => (await map.card('prod/vpc/main').boundingBox())?.width)
      .toBeGreaterThan(LEGIBLE);
    await page.reload();
    await map.settled();
    await expect(map.card('prod/vpc/main')).toBeInViewport({ ratio: 0.99 });
  });
}

test('what is selected elsewhere glides into sight', async ({ page, map, palette }) => {
  await map.open('?env=prod&sel=prod/vpc/main');
  await map.graph.getByRole('button', { name: 'Zoom in' }).click({ clickCount: 4 });
  await expect(map.card('prod/iam-role/key-admin')).not.toBeInViewport();
  await palette.choose('key-admin');
  await expect(page).toHaveURL(/sel=prod\/iam-role\/key-admin/);
  await expect(map.card('prod/iam-role/key-admin')).toBeInViewport({ ratio: 0.99 });
});
