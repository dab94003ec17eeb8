import { seriousViolations } from '../world/axe';
import { expect, test } from '../world/fixtures';

const VIEWS = {
  'opening view': '',
  inspector: '?env=prod&sel=prod/ecs-service/orders',
  query: '?env=prod&q=type:ecs-service+(owner:orders+or+owner:returns)',
  'blast radius': '?env=prod&mode=impact&focus=prod/kms-key/data',
};

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(`in ${colorScheme}`, () => {
    test.use({ colorScheme });
    for (const [name, link] of Object.entries(VIEWS)) {
      test(`axe finds nothing serious: ${name}`, async ({ page, map, tracePanel }) => {
        await map.open(link);
        if (name === 'blast radius') await expect(tracePanel.ring('Directly')).toBeVisible();
        expect(await seriousViolations(page)).toEqual([]);
      });
    }
  });
}
