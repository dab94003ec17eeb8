import { fileURLToPath } from 'node:url';
import type { Browser } from 'playwright-core';
import { z } from 'zod';
import { type Watched, watchedSchema } from '../canvas/frames';

const MAP_PROBE = fileURLToPath(new URL('../canvas/probe.js', import.meta.url));
/** Counts the cards that React renders anew; to be run in a page before its own scripts. */
export const RENDERS = fileURLToPath(new URL('renders.js', import.meta.url));
/** Frames that are watched after an edit: what it does to the page, and what its plan does. */
const FRAMES = 20;

/** A draft over the whole map at 100 %, with one component's config open. */
export interface DraftTab {
  /** Components on the map. */
  readonly components: number;
  /** Cards near enough to be elements. */
  cards(): Promise<number>;
  /** Undoes or redoes the edit, and watches; `rendered`: the cards that were rendered since. */
  step(way: 'undo' | 'redo'): Promise<{ readonly watched: Watched; readonly rendered: readonly string[] }>;
  close(): Promise<void>;
}

/** Opens a draft, and edits one key of a component in it. */
export async function openDraft(browser: Browser, url: string, component: string): Promise<DraftTab> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  const page = await context.newPage();
  for (const script of [MAP_PROBE, RENDERS]) await page.addInitScript({ path: script });
  const [environment] = component.split('/');
  await page.goto(`${url}/?env=${environment}&open=*&hubs=all&sel=${component}`, { waitUntil: 'commit' });
  await page.locator('[aria-label="Graph"][aria-busy="false"]').waitFor({ timeout: 120_000 });
  await page.evaluate('probe.zoomTo(1)');
  await page.keyboard.press('e');
  const editor = page.getByRole('region', { name: `Edit ${component}` });
  await editor.getByRole('textbox', { name: 'description', exact: true }).fill('Measured');
  await page.getByRole('img', { name: 'Changed by the draft' }).waitFor();
  const drawn = await page
    .getByRole('img', { name: /components, .* dependencies/ })
    .getAttribute('aria-label');
  await page.waitForTimeout(1500);
  return {
    components: Number(/([\d,]+) components/.exec(drawn ?? '')?.[1]?.replaceAll(',', '')),
    cards: () => page.locator('.react-flow__node').count(),
    async step(way) {
      await page.evaluate('renders.take()');
      const watching = page.evaluate(`probe.rest(${FRAMES})`);
      await page.keyboard.press(way === 'undo' ? 'Control+z' : 'Control+Shift+z');
      const watched = watchedSchema.parse(await watching);
      // Until the plan is there, and everything at rest.
      await page.waitForTimeout(1000);
      return { watched, rendered: z.array(z.string()).parse(await page.evaluate('renders.take()')) };
    },
    close: () => context.close(),
  };
}
