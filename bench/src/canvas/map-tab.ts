import { fileURLToPath } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { z } from 'zod';
import { type Watched, watchedSchema } from './frames';

const PROBE = fileURLToPath(new URL('probe.js', import.meta.url));
/** Frames that are watched of a movement. */
const FRAMES = 240;
/** All groups open and no arrow muted: everything there is. */
const EVERYTHING = '?env=prod&open=*&hubs=all';

const placeSchema = z.object({ x: z.number(), y: z.number() });
type Place = { readonly x: number; readonly y: number };

/** A map in a tab, moved as by hand. */
export interface MapTab {
  /** Milliseconds from the answer with the graph to the first picture of it on screen. */
  firstPicture(): Promise<number>;
  zoomTo(zoom: number): Promise<void>;
  pan(): Promise<Watched>;
  /** In and out between the present zoom and `share` of it more. */
  zoom(share: number): Promise<Watched>;
  /** Where the middle of a card in sight stands in the graph; it has to be near. */
  placeOf(id: string): Promise<Place>;
  /** Milliseconds from the pointer resting on a place of the graph to the frame that shows what it traces. */
  hover(place: Place): Promise<number>;
  /** MB on the heap of scripts after the garbage is collected. */
  heap(): Promise<number>;
  close(): Promise<void>;
}

/** Opens the whole map, or `select` in its middle, and waits until it is at rest. */
export async function openMap(browser: Browser, url: string, select?: string): Promise<MapTab> {
  return probed(browser, `${url}/${EVERYTHING}${select ? `&sel=${select}` : ''}`, async (page) => {
    await page.locator('[aria-label="Graph"][aria-busy="false"]').waitFor({ timeout: 120_000 });
  });
}

/** Opens a page with a React Flow of any kind. */
export async function probed(
  browser: Browser,
  url: string,
  settled: (page: Page) => Promise<void>,
): Promise<MapTab> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  const page = await context.newPage();
  await page.addInitScript({ path: PROBE });
  await page.goto(url, { waitUntil: 'commit' });
  await page.evaluate('probe.whenDrawn()');
  await settled(page);
  await page.waitForTimeout(1500);
  const number = async (expression: string) => z.number().parse(await page.evaluate(expression));
  const watched = async (expression: string) => watchedSchema.parse(await page.evaluate(expression));
  return {
    firstPicture: () => number('probe.firstPicture() - probe.dataAt()'),
    async zoomTo(zoom) {
      await page.evaluate(`probe.zoomTo(${zoom})`);
    },
    pan: () => watched(`probe.pan(${FRAMES})`),
    zoom: (share) => watched(`probe.zoom(${FRAMES}, ${share})`),
    async placeOf(id) {
      return placeSchema.parse(await page.evaluate(`probe.placeOf('${id}')`));
    },
    hover: ({ x, y }) => number(`probe.hover({ x: ${x}, y: ${y} })`),
    async heap() {
      const session = await context.newCDPSession(page);
      await session.send('HeapProfiler.collectGarbage');
      return (await session.send('Runtime.getHeapUsage')).usedSize / 1e6;
    },
    close: () => context.close(),
  };
}
