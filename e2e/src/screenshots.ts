import { mkdir, readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { createDraft, parseDraft } from '@karma/editor';
import { type Browser, chromium } from '@playwright/test';
import { MapPage } from './pages/map-page';
import { chromiumOptions } from './world/chromium';
import { keepDraft } from './world/drafts';
import { createWorld } from './world/world';

/** The main views of the map, as links. */
const MAPS = {
  map: '',
  inspector: '?env=prod&sel=prod/ecs-service/orders',
  dependency: '?env=prod&sel=prod/ecs-service/orders~prod/rds-postgres/orders',
  missing: '?env=prod&q=status:missing',
  query: '?env=prod&q=path(type:s3-bucket,+type:serverless-api)',
  upstream: '?env=prod&focus=prod/ecs-service/checkout&up=50&down=0',
  neighbourhood: '?env=prod&focus=prod/ecs-service/orders',
  'blast-radius': '?env=prod&mode=impact&focus=prod/kms-key/data&sel=prod/kms-key/data',
  path: '?env=prod&mode=path&focus=prod/cloudwatch-alarm/track-availability&to=prod/iam-role/key-admin',
  history: '?env=prod&panel=history',
  plan: '?env=prod&draft=ready&panel=plan',
  palette: '?env=dev&draft=empty&panel=palette&sel=dev/vpc/main',
} as const;
/** What is no map. */
const PAGES = {
  table: '/?env=prod&as=table',
  tree: '/?env=prod&as=tree',
  status: '/status',
  proposals: '/proposals',
} as const;
const DRAFTS = new URL('../../examples/organisation/drafts/', import.meta.url);
const SIZES = { wide: { width: 1440, height: 900 }, phone: { width: 390, height: 844 } } as const;

const [folder] = process.argv.slice(2);
if (!folder) throw new Error('Usage: tsx e2e/src/screenshots.ts <folder>');

await mkdir(folder, { recursive: true });
const world = await createWorld();
const browser = await chromium.launch(chromiumOptions);
try {
  for (const [size, viewport] of Object.entries(SIZES))
    for (const colorScheme of ['light', 'dark'] as const)
      await shoot(browser, viewport, colorScheme, (view) => `${view}-${size}-${colorScheme}.png`);
} finally {
  await browser.close();
  await world.remove();
}

async function shoot(
  browser: Browser,
  viewport: { width: number; height: number },
  colorScheme: 'light' | 'dark',
  nameOf: (view: string) => string,
): Promise<void> {
  const context = await browser.newContext({
    viewport,
    colorScheme,
    baseURL: world.address,
    reducedMotion: 'reduce',
  });
  const page = await context.newPage();
  const map = new MapPage(page);
  const take = async (view: string) => {
    // Panels load when they are opened, and a plan is made.
    await page.waitForTimeout(1500);
    await page.screenshot({ path: path.join(folder ?? '', nameOf(view)) });
  };
  await map.open();
  const [ready = ''] = await readdir(DRAFTS);
  const draft = parseDraft(await readFile(new URL(ready, DRAFTS), 'utf8'));
  await keepDraft(page, { ...draft, id: 'ready' });
  await keepDraft(page, createDraft('empty', 'My first draft'));
  for (const [view, link] of Object.entries(MAPS)) {
    await map.open(link);
    await take(view);
  }
  for (const [view, link] of Object.entries(PAGES)) {
    await page.goto(link);
    await take(view);
  }
  await context.close();
}
