import type { Locator, Page } from '@playwright/test';

/** The panel about what is selected. */
export class Inspector {
  readonly region: Locator;

  constructor(page: Page) {
    this.region = page.getByRole('region', { name: 'Inspector' });
  }

  heading(text: string): Locator {
    return this.region.getByRole('heading', { name: text });
  }
}
