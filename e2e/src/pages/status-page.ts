import type { Locator, Page } from '@playwright/test';

/** How the service and its sources are doing. */
export class StatusPage {
  readonly headline: Locator;
  readonly sources: Locator;

  constructor(readonly page: Page) {
    this.headline = page.getByRole('status');
    this.sources = page.getByRole('article');
  }

  async open(): Promise<void> {
    await this.page.goto('/status');
    await this.sources.first().waitFor();
  }

  source(name: string): Locator {
    return this.page.getByRole('article', { name, exact: true });
  }
}
