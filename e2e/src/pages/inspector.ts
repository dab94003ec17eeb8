import type { Locator, Page } from '@playwright/test';

/** The panel about what is selected. */
export class Inspector {
  readonly region: Locator;

  constructor(page: Page) {
    this.region = page.getByRole('region', { name: 'Inspector', exact: true });
  }

  heading(text: string): Locator {
    return this.region.getByRole('heading', { name: text, exact: true });
  }

  /** A titled part of it: `Depends on`, `Used by`, `Findings`, `Lineage of state` … */
  section(title: string): Locator {
    return this.region.getByRole('region', { name: title });
  }

  async act(button: 'Upstream' | 'Downstream' | 'Blast radius' | 'Path to…'): Promise<void> {
    await this.region.getByRole('button', { name: button }).click();
  }

  async openTab(name: RegExp): Promise<void> {
    await this.region.getByRole('tab', { name }).click();
  }
}
