import type { Locator, Page } from '@playwright/test';

/** The panel that answers: lineage, blast radius, path. */
export class TracePanel {
  readonly region: Locator;

  constructor(page: Page) {
    this.region = page.getByRole('region', { name: 'Trace', exact: true });
  }

  heading(text: string): Locator {
    return this.region.getByRole('heading', { name: text });
  }

  /** Components at one distance, or in one wave; `title` is as written above them. */
  ring(title: string): Locator {
    return this.region.getByRole('region', { name: new RegExp(`^${title}: \\d+$`) });
  }

  get certainties(): Locator {
    return this.region.getByLabel('Certainty');
  }

  async groupBy(label: 'By distance' | 'Rollout waves'): Promise<void> {
    await this.region.getByText(label, { exact: true }).click();
  }

  async copyAsMarkdown(): Promise<void> {
    await this.region.getByRole('button', { name: 'Copy as Markdown' }).click();
    await this.region.getByRole('button', { name: 'Copied' }).waitFor();
  }
}
