import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test } from '../world/fixtures';
import { karma } from '../world/processes';

for (const theme of ['light', 'dark']) {
  test(`a picture of prod in ${theme} needs nothing else, and no text leaves its card`, async ({
    page,
    world,
  }, { outputDir }) => {
    const file = path.join(outputDir, `prod-${theme}.svg`);
    const flags = ['--format', 'svg', '--environment', 'prod', '--theme', theme, '--output', file];
    await karma('export', ...flags, '--config', world.config);
    const graph = JSON.parse(
      await karma('export', '--format', 'json', '--environment', 'prod', '--config', world.config),
    );
    const requests: string[] = [];
    page.on('request', (request) => requests.push(request.url()));
    const address = pathToFileURL(file).href;
    await page.goto(address);

    const cards = page.locator('svg > g > g:has(> title)');
    await expect(cards).toHaveCount(graph.components.length);
    await expect(page.locator('path[d*="C"][marker-end]')).toHaveCount(graph.dependencies.length);
    expect(requests).toEqual([address]);
    const outside = await cards.evaluateAll((all) =>
      all.flatMap((card) => {
        const frame = card.querySelector('rect')?.getBoundingClientRect();
        return [...card.querySelectorAll('text')]
          .filter((text) => {
            const { left, right, bottom } = text.getBoundingClientRect();
            return !frame || left < frame.left || right > frame.right || bottom > frame.bottom;
          })
          .map((text) => text.textContent);
      }),
    );
    expect(outside).toEqual([]);
  });
}
