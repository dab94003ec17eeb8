import type { Locator, Page } from '@playwright/test';

/** The slice of the map as a table and as a tree. */
export class Twins {
  readonly table: Locator;
  readonly tree: Locator;
  readonly activeLine: Locator;

  constructor(private readonly page: Page) {
    this.table = page.getByRole('table', { name: 'Components' });
    this.tree = page.getByRole('tree', { name: 'Components' });
    this.activeLine = this.tree.locator('[data-active]');
  }

  async show(as: 'Map' | 'Table' | 'Tree'): Promise<void> {
    await this.page
      .getByRole('radiogroup', { name: 'Show as' })
      .getByText(as, { exact: true })
      .click({ force: true });
  }

  /** The row of a component. */
  row(nickname: string): Locator {
    return this.table
      .getByRole('row')
      .filter({ has: this.page.getByRole('rowheader', { name: nickname, exact: true }) });
  }

  async sortBy(column: string): Promise<void> {
    await this.table.getByRole('button', { name: column, exact: true }).click();
  }
}
