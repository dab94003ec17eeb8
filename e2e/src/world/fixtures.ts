import { test as base, expect } from '@playwright/test';
import { Composer } from '../pages/composer';
import { DraftPage } from '../pages/draft';
import { Inspector } from '../pages/inspector';
import { LargeMap } from '../pages/large-map';
import { MapPage } from '../pages/map-page';
import { Overview } from '../pages/overview';
import { Palette } from '../pages/palette';
import { QueryBar } from '../pages/query-bar';
import { StatusPage } from '../pages/status-page';
import { TracePanel } from '../pages/trace-panel';
import { Twins } from '../pages/twins';
import { ViewsMenu } from '../pages/views-menu';
import { createGeneratedWorld, createWorld, type World } from './world';

interface Pages {
  readonly noViolations: undefined;
  readonly composer: Composer;
  readonly draft: DraftPage;
  readonly map: MapPage;
  readonly largeMap: LargeMap;
  readonly inspector: Inspector;
  readonly overview: Overview;
  readonly palette: Palette;
  readonly tracePanel: TracePanel;
  readonly status: StatusPage;
  readonly twins: Twins;
  readonly queryBar: QueryBar;
  readonly views: ViewsMenu;
}

interface Worlds {
  /** How many components the world has that is generated; none: the world is the example organisation. */
  readonly components: number | undefined;
  /** Whether the tests change the world: those that only read get one that nobody changes. */
  readonly changing: boolean;
  readonly world: World;
}

/** Each worker has a world of its own, apart for tests that change it; each test fresh pages over it. */
export const test = base.extend<Pages, Worlds>({
  components: [undefined, { option: true, scope: 'worker' }],
  changing: [false, { option: true, scope: 'worker' }],
  world: [
    async ({ components }, use) => {
      const world = await (components ? createGeneratedWorld(components) : createWorld());
      await use(world);
      await world.remove();
    },
    { scope: 'worker', timeout: 120_000 },
  ],
  baseURL: ({ world }, use) => use(world.address),
  // Whatever a test does, the page never asks for what its Content Security Policy forbids.
  noViolations: [
    async ({ page }, use) => {
      const violations: string[] = [];
      page.on('console', (message) => {
        if (/content security policy/i.test(message.text())) violations.push(message.text());
      });
      await use(undefined);
      expect(violations).toEqual([]);
    },
    { auto: true },
  ],
  composer: ({ page, map }, use) => use(new Composer(page, map)),
  draft: ({ page }, use) => use(new DraftPage(page)),
  map: ({ page }, use) => use(new MapPage(page)),
  largeMap: ({ page }, use) => use(new LargeMap(page)),
  inspector: ({ page }, use) => use(new Inspector(page)),
  overview: ({ page }, use) => use(new Overview(page)),
  palette: ({ page }, use) => use(new Palette(page)),
  tracePanel: ({ page }, use) => use(new TracePanel(page)),
  status: ({ page }, use) => use(new StatusPage(page)),
  twins: ({ page }, use) => use(new Twins(page)),
  queryBar: ({ page }, use) => use(new QueryBar(page)),
  views: ({ page }, use) => use(new ViewsMenu(page)),
});

export { expect } from '@playwright/test';
