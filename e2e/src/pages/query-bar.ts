import type { Locator, Page } from '@playwright/test';

/** The box that says what is shown, and what stands beside it. */
export class QueryBar {
  readonly field: Locator;
  readonly terms: Locator;
  readonly suggestions: Locator;
  readonly problem: Locator;
  readonly count: Locator;

  constructor(private readonly page: Page) {
    const bar = page.getByRole('toolbar', { name: 'Filters' });
    this.field = page.getByRole('combobox', { name: 'Filter by a query' });
    this.terms = bar.getByRole('list', { name: 'Terms of the query' }).getByRole('listitem');
    this.suggestions = page.getByRole('listbox', { name: 'Suggestions' }).getByRole('option');
    this.problem = page.getByRole('alert');
    this.count = bar.getByRole('status');
  }

  /** Goes to the box by its key and writes a query in place of what stands there. */
  async write(text: string): Promise<void> {
    await this.page.keyboard.press('/');
    await this.field.fill(text);
  }

  async ask(text: string): Promise<void> {
    await this.write(text);
    await this.page.keyboard.press('Enter');
  }

  /** What people who do not type choose from. */
  async choose(facet: 'Type' | 'Status' | 'Finding' | 'Owner' | 'Tag', value: string): Promise<void> {
    await this.page.getByRole('button', { name: 'Filter', exact: true }).click();
    await this.page.getByRole('radiogroup', { name: 'Filter by' }).getByText(facet).click();
    await this.page.getByRole('checkbox', { name: value }).check();
    await this.page.keyboard.press('Escape');
  }
}
