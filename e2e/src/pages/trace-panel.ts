import type { Locator, Page } from '@playwright/test';

/** The panel that answers: lineage, blast radius, path. */
export class TracePanel {
  readonly region: Locator;
  readonly waves: Locator;

  constructor(page: Page) {
    this.region = page.getByRole('region', { name: 'Trace' });
    this.waves = this.region.getByText(/wave/i).first();
  }
}
