import type { Locator, Page } from '@playwright/test';

/** The saved views. */
export class ViewsMenu {
  readonly list: Locator;
  readonly problem: Locator;

  constructor(private readonly page: Page) {
    this.list = page.getByRole('list', { name: 'Saved views' });
    this.problem = page.getByRole('alert');
  }

  async open(): Promise<void> {
    await this.page.getByRole('button', { name: 'Views', exact: true }).click();
    await this.page.getByLabel('Name of the view').waitFor();
  }

  view(name: string): Locator {
    return this.list.getByRole('link', { name });
  }

  /** Saves what is on screen, from the open menu. */
  async save(name: string, { isShared = false } = {}): Promise<void> {
    if (isShared) await this.page.getByRole('checkbox', { name: /^Share with everybody/ }).check();
    await this.page.getByLabel('Name of the view').fill(name);
    await this.page.getByRole('button', { name: 'Save view' }).click();
    await this.view(name).waitFor();
  }

  async act(name: string, action: string): Promise<void> {
    await this.page.getByRole('button', { name: `Actions for ${name}` }).click();
    await this.page.getByRole('menuitem', { name: action }).click();
  }
}
