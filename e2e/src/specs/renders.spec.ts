import { RENDERS } from '@karma/bench';
import { expect, test } from '../world/fixtures';

const QUEUE = 'prod/sqs-queue/sqs-5';

test.use({ components: 1000 });

test('an edit among 1,000 components draws its card anew and those of its neighbours, and no other', async ({
  page,
  largeMap,
  draft,
}) => {
  await page.addInitScript({ path: RENDERS });
  const rendered = () => page.evaluate<string[]>('renders.take()');
  await largeMap.open(`&hubs=all&sel=${QUEUE}`);
  await largeMap.zoomTo(1);
  await page.keyboard.press('e');
  const description = draft.field(QUEUE, 'description');
  await description.waitFor();
  const near = await page.evaluate(async (id) => {
    const answer = await fetch(`/trpc/component?input=${encodeURIComponent(JSON.stringify({ id }))}`);
    const { upstream, downstream } = (await answer.json()).result.data;
    return [...upstream, ...downstream].flatMap(({ from, to }) => [from, to]);
  }, QUEUE);
  expect(await largeMap.cards.count()).toBeGreaterThan(near.length + 5);

  await rendered();
  const planned = page.waitForResponse(/\/trpc\/plan/);
  await description.fill('Edited');
  await (await planned).finished();
  await expect(largeMap.card(QUEUE).getByRole('img', { name: 'Changed by the draft' })).toBeVisible();
  await page.evaluate(() => new Promise((resolve) => requestIdleCallback(resolve)));
  const edited = await rendered();
  expect(edited).toContain(QUEUE);
  expect(edited.filter((id) => ![QUEUE, ...near].includes(id))).toEqual([]);

  // What counts really counts: cards that come into sight are seen.
  await largeMap.drag(500, 0);
  await expect.poll(async () => (await rendered()).some((id) => !near.includes(id))).toBe(true);
});
