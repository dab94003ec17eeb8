import type { Locator, Page } from '@playwright/test';

/** One draft that was sent out. */
export class ProposalPage {
  readonly branches: Locator;
  readonly stages: Locator;

  constructor(readonly page: Page) {
    this.branches = page.getByRole('list', { name: 'Branches' });
    this.stages = page.getByRole('list', { name: 'How far it has come' });
  }

  /** The row of a component, or of one of its placements. */
  row(name: string | RegExp): Locator {
    return this.page.getByRole('row', { name });
  }

  async merge(into: string): Promise<void> {
    await this.branches.getByRole('button', { name: `Merge into ${into}` }).click();
    await this.branches.getByRole('button', { name: `Yes, merge into ${into}` }).click();
  }
}
