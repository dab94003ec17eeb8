import type { Browser } from 'playwright-core';
import { z } from 'zod';
import { smoothness, type Watched } from '../canvas/frames';
import { type MapTab, openMap, probed } from '../canvas/map-tab';
import { serveReactFlow } from '../canvas/react-flow-page';
import { launchBrowser } from '../harness/browser';
import type { Bench, Figure } from '../harness/figure';
import { query, serve } from '../harness/karma';
import { median } from '../harness/measure';
import { createWorld, ingested } from '../harness/worlds';

/** Bars by number of components: milliseconds to the first picture, pictures a second at fit view. */
const SIZES = [
  { components: 1000, first: 300, fit: 60 },
  { components: 10_000, first: 1200, fit: 50 },
  { components: 20_000, first: undefined, fit: 30 },
] as const;
/** Pictures a second at 100 %, and elements of the canvas there. */
const NEAR = { rate: 45, nodes: 1500 };
/** Opened as often for the first picture. */
const OPENINGS = 5;
/** What a blast radius covers at least when its highlight is measured. */
const SHARE = 0.3;
/** As many hubs are looked at for it. */
const CANDIDATES = 200;
const HOVERS = 9;
/** Around the present zoom: at fit view, and at 100 %. */
const ZOOMS = { fit: 1, near: 0.3 };

export const canvas: Bench = {
  name: 'canvas',
  async run() {
    const figures: Figure[] = [];
    for (const size of SIZES) {
      const { karmaConfig } = await ingested(createWorld({ components: size.components, seed: 7 }));
      const server = await serve(karmaConfig);
      const browser = await launchBrowser();
      try {
        figures.push(...(await measureSize(browser, server.url, size)));
        if (size.components === 1000) figures.push(...(await measureReactFlow(browser, server.url)));
        if (size.components === 10_000) figures.push(...(await measureHighlight(browser, server.url)));
      } finally {
        await browser.close();
        await server.stop();
      }
    }
    return figures;
  },
};

async function measureSize(
  browser: Browser,
  url: string,
  { components, first, fit }: (typeof SIZES)[number],
): Promise<Figure[]> {
  const all = components.toLocaleString('en');
  const firsts: number[] = [];
  for (let opening = 0; opening < OPENINGS; opening++)
    await using(openMap(browser, url), async (tab) => firsts.push(await tab.firstPicture()));
  const figures: Figure[] = [
    {
      work: `from data in the browser to first picture, ${all}`,
      measure: 'median',
      value: median(firsts),
      unit: 'ms',
      ...(first !== undefined && { bar: first }),
    },
  ];
  await using(openMap(browser, url), async (tab) => {
    figures.push(smooth(`pan at fit view, ${all}`, await tab.pan(), fit));
    figures.push(smooth(`zoom at fit view, ${all}`, await tab.zoom(ZOOMS.fit), fit));
    if (components === 10_000)
      figures.push({
        work: `scripts’ heap with ${all} components on screen`,
        measure: 'size',
        value: await tab.heap(),
        unit: 'MB',
        bar: 150,
      });
  });
  await using(openMap(browser, url, 'prod/sqs-queue/sqs-5'), async (tab) => {
    await tab.zoomTo(1);
    const pan = await tab.pan();
    const zoom = await tab.zoom(ZOOMS.near);
    figures.push(smooth(`pan at 100 %, ${all}`, pan, NEAR.rate));
    figures.push(smooth(`zoom at 100 %, ${all}`, zoom, NEAR.rate));
    figures.push({
      work: `elements of the canvas at 100 %, ${all}`,
      measure: 'most',
      value: Math.max(pan.nodes, zoom.nodes),
      unit: 'nodes',
      bar: NEAR.nodes,
    });
  });
  return figures;
}

async function measureReactFlow(browser: Browser, url: string): Promise<Figure[]> {
  const alone = await serveReactFlow(url);
  try {
    return await using(
      probed(browser, alone.url, async () => undefined),
      async (tab) => {
        const first = await tab.firstPicture();
        const [pan, zoom] = [await tab.pan(), await tab.zoom(ZOOMS.fit)];
        await tab.zoomTo(1);
        const near = await tab.pan();
        return [
          { work: 'React Flow alone, first picture, 1,000', measure: 'median', value: first, unit: 'ms' },
          smooth('React Flow alone, pan at fit view, 1,000', pan),
          smooth('React Flow alone, zoom at fit view, 1,000', zoom),
          smooth('React Flow alone, pan at 100 %, 1,000', near),
        ];
      },
    );
  } finally {
    alone.stop();
  }
}

async function measureHighlight(browser: Browser, url: string): Promise<Figure[]> {
  const { hub, share } = await hubOf(url);
  const place = await using(openMap(browser, url, hub), async (tab) => {
    await tab.zoomTo(1);
    return tab.placeOf(hub);
  });
  return using(openMap(browser, url), async (tab) => {
    const times: number[] = [];
    for (let hover = 0; hover < HOVERS; hover++) times.push(await tab.hover(place));
    return [
      {
        work: `highlight of what is traced from ${hub}, to the next frame, 10,000`,
        measure: 'median',
        value: median(times),
        unit: 'ms',
        bar: 50,
        note: `${Math.round(100 * share)} % of the components`,
      },
    ];
  });
}

/** Of what is used most, what reaches the fewest components, but at least the share that counts. */
async function hubOf(url: string): Promise<{ hub: string; share: number }> {
  const input = { environment: 'prod', limit: 10_000 };
  const { components, edges } = graphSchema.parse(await query(url, 'graph', input)).result.data;
  const consumers = new Map<string, number>();
  for (const { to } of edges) consumers.set(to, (consumers.get(to) ?? 0) + 1);
  const candidates = [...consumers].sort(([, a], [, b]) => b - a).slice(0, CANDIDATES);
  const shares: { hub: string; share: number }[] = [];
  for (const [hub] of candidates) {
    const { total } = impactSchema.parse(await query(url, 'impact', { id: hub, limit: 1 })).result.data;
    shares.push({ hub, share: total / components.length });
  }
  const [least] = shares.filter(({ share }) => share >= SHARE).sort((a, b) => a.share - b.share);
  if (!least) throw new Error(`No hub reaches ${100 * SHARE} % of the components: ${JSON.stringify(shares)}`);
  return least;
}

const answerOf = <T extends z.ZodType>(data: T) => z.object({ result: z.object({ data }) });
const impactSchema = answerOf(z.object({ total: z.number() }));
const graphSchema = answerOf(
  z.object({ components: z.array(z.unknown()), edges: z.array(z.object({ to: z.string() })) }),
);

const smooth = (work: string, watched: Watched, bar?: number): Figure => ({
  work,
  measure: 'median',
  unit: 'frames a second',
  ...smoothness(watched),
  ...(bar !== undefined && { bar, isFloor: true }),
});

/** Closes the tab, whatever happens. */
async function using<T>(opening: Promise<MapTab>, work: (tab: MapTab) => Promise<T>): Promise<T> {
  const tab = await opening;
  try {
    return await work(tab);
  } finally {
    await tab.close();
  }
}
