import { expect, test } from '../world/fixtures';
import { provideInter } from '../world/inter';

test.use({ components: 1000, viewport: { width: 1024, height: 640 } });

/** Zoom by level of detail, around one component. */
const LEVELS = { dots: 0.2, chips: 0.4, 'chips with types': 0.7, cards: 1 } as const;

for (const colorScheme of ['light', 'dark'] as const) {
  test(`the levels of detail look as they should, ${colorScheme}`, async ({ page, largeMap }) => {
    await page.emulateMedia({ colorScheme });
    await largeMap.open('&hubs=all&sel=prod/ecs-service/ecs-7&panel=none');
    await provideInter(page);
    for (const [level, zoom] of Object.entries(LEVELS)) {
      await largeMap.zoomTo(zoom);
      await page.mouse.move(0, 0);
      await expect(largeMap.graph).toHaveScreenshot(`${level}-${colorScheme}.png`);
    }
    await largeMap.open('&hubs=all&panel=none');
    await provideInter(page);
    await largeMap.zoomTo((await largeMap.viewport()).zoom * 1.01);
    await page.mouse.move(0, 0);
    await expect(largeMap.graph).toHaveScreenshot(`whole-${colorScheme}.png`);
  });
}
