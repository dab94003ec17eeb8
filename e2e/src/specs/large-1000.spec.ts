import { testLargeMap } from '../large-map-tests';
import { expect, test } from '../world/fixtures';

const MOVED = 'prod/ecs-service/ecs-7';

testLargeMap(1000);

test.describe('for who likes motion', () => {
  test.use({ contextOptions: { reducedMotion: 'no-preference' } });

  test('what a tidy-up moves is painted on its way', async ({ page, largeMap }) => {
    await largeMap.open(`&sel=${MOVED}`);
    for (let step = 0; step < 10; step++) await page.keyboard.press('Alt+ArrowUp');
    await page.keyboard.press('Shift+P');
    const before = await largeMap.atRest();
    const from = await largeMap.pixelsOf('accent');

    const way = largeMap.pixelsOnTheWay('accent');
    await page.getByRole('button', { name: 'Tidy up the layout' }).click();
    const between = await way;
    expect(await largeMap.atRest()).toEqual(before);
    const to = await largeMap.pixelsOf('accent');
    expect(to.top).toBeGreaterThan(from.top);
    expect(between.filter(({ top }) => top > from.top && top < to.top)).not.toEqual([]);
  });
});
