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

  /** Begins a draft with a component's config at the right; gives its id. */
  async begin(component: string): Promise<string> {
    const [environment] = component.split('/');
    await this.page.goto(`/?env=${environment}&sel=${component}`);
    await this.page.getByRole('article', { name: component }).waitFor();
    await this.page.keyboard.press('e');
    await this.editor(component).waitFor();
    return this.id;
  }

  /** Of the draft that is open. */
  get id(): string {
    return new URL(this.page.url()).searchParams.get('draft') ?? '';
  }

  async showPlan(): Promise<void> {
    await this.page.getByRole('radiogroup', { name: 'Panel' }).getByText('Plan').click();
    await this.plan.waitFor();
  }

  /** What the bar says: how many files differ from Git, and the last step. */
  get state(): Locator {
    return this.bar.getByRole('status');
  }

  /** What says that Git and the draft changed the same. */
  get moved(): Locator {
    return this.page.getByRole('alert').filter({ hasText: 'Git changed what this draft changes' });
  }

  get collisions(): Locator {
    return this.page.getByRole('dialog', { name: 'Git and the draft changed the same' });
  }

  /** The dialog of a link to a draft that is not here. */
  get absent(): Locator {
    return this.page.getByRole('dialog', { name: 'This draft is not in this browser' });
  }

  /** Imports a file of that text from the menu. */
  async import(text: string): Promise<void> {
    const choosing = this.page.waitForEvent('filechooser');
    await this.choose(/^Import/);
    const file = { name: 'some.draft.json', mimeType: 'application/json', buffer: Buffer.from(text) };
    await (await choosing).setFiles(file);
    await this.page.keyboard.press('Escape');
  }

  /** What is offered for a key that a parent sets. */
  way(
    component: string,
    way: 'Override here' | 'Change in the parent' | 'Use the parent’s',
    key: string,
  ): Locator {
    return this.editor(component).getByLabel(`${way}: ${key}`, { exact: true });
  }

  /** The text in the JSON editor. */
  async textOf(component: string): Promise<string> {
    await this.json(component).waitFor();
    const lines = await this.json(component).locator('.cm-line').allInnerTexts();
    return lines.map((line) => (line === '\n' ? '' : line)).join('\n');
  }

  /** Goes to the state after a step. */
  async goTo(step: string): Promise<void> {
    const list = await this.openSteps();
    const chosen = list.getByRole('button', { name: step, exact: true }).last();
    await chosen.click();
    await chosen.press('Escape');
  }

  /** The steps, by what was done. */
  async steps(): Promise<string[]> {
    const steps = (await this.openSteps()).getByRole('button');
    const labels = await steps.allInnerTexts();
    await steps.first().press('Escape');
    return labels.slice(1);
  }

  private async openSteps(): Promise<Locator> {
    await this.bar.getByRole('button', { name: 'Steps' }).click();
    const list = this.page.getByRole('list', { name: 'Steps of the draft' });
    await list.waitFor();
    return list;
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
