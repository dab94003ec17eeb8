import { expect, type Locator, type Page } from '@playwright/test';

/** Where a card stands on the canvas, in the canvas's own coordinates: panning and zooming do not change it. */
export interface Position {
  readonly x: number;
  readonly y: number;
}

/** The map: cards on a canvas, and the page around it. */
export class MapPage {
  readonly graph: Locator;
  readonly banner: Locator;

  constructor(readonly page: Page) {
    this.graph = page.getByRole('region', { name: 'Graph' });
    this.banner = page.getByRole('status').filter({ hasText: 'stale' });
  }

  /** Opens a view, given as the query string of a link, and waits until it is settled. */
  async open(search = ''): Promise<void> {
    await this.page.goto(`/${search}`);
    await this.settled();
  }

  /** Waits until the graph is read and laid out, with cards on screen. */
  async settled(): Promise<void> {
    await expect(this.cards.first()).toBeVisible({ timeout: 45_000 });
    await expect(this.graph).toHaveAttribute('aria-busy', 'false', { timeout: 45_000 });
  }

  /** The same page object over another tab. */
  on(page: Page): MapPage {
    return new MapPage(page);
  }

  get cards(): Locator {
    return this.graph.locator('.react-flow__node');
  }

  /** The card of a component; `id` is `<environment>/<type>/<nickname>`. */
  card(id: string): Locator {
    const [, type, nickname] = id.split('/');
    return this.graph.getByLabel(`${nickname}, ${type}, `);
  }

  /** The arrows that are drawn as elements. */
  get arrows(): Locator {
    return this.graph.locator('.react-flow__edge-path');
  }

  /** The drawn arrow of a dependency. */
  arrow(from: string, to: string): Locator {
    return this.graph.locator(`.react-flow__edge[data-id="${from}~${to}"] .react-flow__edge-path`);
  }

  /** Positions of all cards by component id. */
  async positions(): Promise<Map<string, Position>> {
    const entries = await this.cards.evaluateAll((nodes) =>
      nodes.map((node) => {
        const { m41, m42 } = new DOMMatrix(getComputedStyle(node).transform);
        return [node.getAttribute('data-id') ?? '', { x: m41, y: m42 }] as const;
      }),
    );
    return new Map(entries);
  }
}
