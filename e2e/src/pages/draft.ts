import type { Locator, Page } from '@playwright/test';

/** What is there beside the canvas while a draft is open: its bar, its plan, the config of what is selected. */
export class DraftPage {
  readonly bar: Locator;
  readonly plan: Locator;
  readonly menu: Locator;

  constructor(readonly page: Page) {
    this.bar = page.getByRole('region', { name: 'Draft', exact: true });
    this.plan = page.getByRole('region', { name: 'Plan', exact: true });
    this.menu = page.getByRole('menu');
  }

  /** The same page object over another tab. */
  on(page: Page): DraftPage {
    return new DraftPage(page);
  }

  /** Opens a draft of its own for this test, with a component's config at the right. */
  async open(id: string, component: string): Promise<void> {
    const [environment] = component.split('/');
    await this.page.goto(`/?env=${environment}&draft=${id}&panel=plan&sel=${component}`);
    await this.editor(component).waitFor();
  }

  editor(component: string): Locator {
    return this.page.getByRole('region', { name: `Edit ${component}` });
  }

  field(component: string, key: string): Locator {
    const editor = this.editor(component);
    const named = { name: key, exact: true };
    return editor.getByRole('textbox', named).or(editor.getByRole('combobox', named));
  }

  json(component: string): Locator {
    return this.page.getByRole('textbox', { name: `JSON of ${component}` });
  }

  async show(component: string, way: 'Form' | 'JSON'): Promise<void> {
    await this.editor(component).getByRole('radiogroup', { name: 'Edit as' }).getByText(way).click();
  }

  async openMenu(): Promise<void> {
    await this.bar.getByRole('button', { name: /^Drafts/ }).click();
  }

  async choose(item: RegExp): Promise<void> {
    await this.openMenu();
    await this.menu.getByRole('menuitem', { name: item }).click();
  }

  /** Replaces the whole text of the JSON editor. */
  async writeJson(component: string, text: string): Promise<void> {
    await this.json(component).fill(text);
  }
}
