import type { Locator, Page } from '@playwright/test';

/** The command palette over components and actions. */
export class Palette {
  readonly dialog: Locator;
  readonly input: Locator;

  constructor(private readonly page: Page) {
    this.dialog = page.getByRole('dialog', { name: /search|palette/i });
    this.input = this.dialog.getByRole('combobox').or(this.dialog.getByRole('textbox')).first();
  }

  get options(): Locator {
    return this.dialog.getByRole('option');
  }

  async open(): Promise<void> {
    await this.page.keyboard.press('Control+k');
    await this.input.waitFor();
  }

  /** Types a search and takes the first answer. */
  async choose(text: string): Promise<void> {
    await this.open();
    await this.input.fill(text);
    await this.options.first().waitFor();
    await this.page.keyboard.press('Enter');
  }
}
