import { createExample } from '@karma/examples';
import type { Page } from 'playwright-core';
import { launchBrowser } from './browser';
import { karma, serve } from './karma';
import { temporaryDirectory } from './worlds';

/** The built app over the example organisation, in a real browser. */
export interface ExamplePage {
  /** Opens the first view in a new tab; resolves when the graph is laid out. */
  open(watch?: (page: Page) => void): Promise<Page>;
  close(): Promise<void>;
}

export async function openExample(): Promise<ExamplePage> {
  const { karmaConfig } = await createExample({ directory: temporaryDirectory() });
  await karma('ingest', '--config', karmaConfig);
  const server = await serve(karmaConfig);
  const browser = await launchBrowser();
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  return {
    async open(watch) {
      const page = await context.newPage();
      watch?.(page);
      await page.goto(server.url, { waitUntil: 'commit' });
      await page.getByRole('region', { name: 'Graph' }).locator('.react-flow__node').first().waitFor();
      await page.locator('[aria-label="Graph"][aria-busy="false"]').waitFor();
      return page;
    },
    async close() {
      await browser.close();
      await server.stop();
    },
  };
}
