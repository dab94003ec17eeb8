import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { type Browser, chromium } from '@playwright/test';
import { MapPage } from './pages/map-page';
import { chromiumOptions } from './world/chromium';
import { createWorld } from './world/world';

/** The main views, as links. */
const VIEWS = {
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
} as const;
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
  const map = new MapPage(await context.newPage());
  for (const [view, link] of Object.entries(VIEWS)) {
    await map.open(link);
    // Panels load when they are opened.
    await map.page.waitForTimeout(800);
    await map.page.screenshot({ path: path.join(folder ?? '', nameOf(view)) });
  }
  await context.close();
}
