import { expect, type Locator, type Page } from '@playwright/test';
import type { MapPage } from './map-page';

interface Point {
  readonly x: number;
  readonly y: number;
}

/** Compose mode: the bar of the draft, the palette, and what is drawn on the map. */
export class Composer {
  readonly bar: Locator;
  readonly palette: Locator;

  constructor(
    readonly page: Page,
    readonly map: MapPage,
  ) {
    this.bar = page.getByRole('region', { name: 'Draft', exact: true });
    this.palette = page.getByRole('region', { name: 'Palette' });
  }

  /** Opens an empty draft over an environment. */
  async open(environment: string): Promise<void> {
    await this.map.open(`?env=${environment}`);
    await this.page.keyboard.press('e');
    await expect(this.bar).toContainText('Nothing changed yet');
  }

  type(name: string): Locator {
    return this.palette.getByRole('button', { name: `Add a ${name}`, exact: true });
  }

  /** The ports below the card of the selected component. */
  ports(id: string): Locator {
    return this.page.getByRole('region', { name: `Ports of ${id}` });
  }

  /** The handle at a side of a card; the pointer has to rest on the card, unless it is of the draft. */
  handle(id: string, side: 'needs' | 'gives'): Locator {
    return this.map.graph.locator(`[data-handle="${side} ${id}"]`);
  }

  /** Drags with a real pointer. */
  async drag(from: Locator, to: Point): Promise<void> {
    await this.hold(from, to);
    await this.page.mouse.up();
  }

  /** Drags and does not let go yet. */
  async hold(from: Locator, to: Point): Promise<void> {
    await from.scrollIntoViewIfNeeded();
    const box = await from.boundingBox();
    if (!box) throw new Error('What is to be dragged is not on screen.');
    const start = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
    await this.page.mouse.move(start.x, start.y);
    await this.page.mouse.down();
    await this.page.mouse.move((start.x + to.x) / 2, (start.y + to.y) / 2, { steps: 3 });
    await this.page.mouse.move(to.x, to.y, { steps: 3 });
  }

  /** The middle of a card on screen. */
  async middleOf(id: string): Promise<Point> {
    const box = await this.map.card(id).boundingBox();
    if (!box) throw new Error(`${id} is not on screen.`);
    return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  }

  /** The middle of a drawn arrow on screen. */
  async middleOfArrow(from: string, to: string): Promise<Point> {
    return this.map.arrow(from, to).evaluate((path) => {
      if (!(path instanceof SVGPathElement)) throw new Error('No arrow.');
      const { x, y } = path.getPointAtLength(path.getTotalLength() / 2);
      const { a, d, e, f } = path.getScreenCTM() ?? new DOMMatrix();
      return { x: a * x + e, y: d * y + f };
    });
  }

  /** Where a card whose middle is at a point of the screen stands on the canvas, measured from another card. */
  async placeOn(point: Point, id: string): Promise<Point> {
    const box = await this.map.card(id).boundingBox();
    const stands = (await this.map.positions()).get(id);
    if (!box || !stands) throw new Error(`${id} is not on screen.`);
    const zoom = box.width / 220;
    return {
      x: stands.x + (point.x - box.x - box.width / 2) / zoom,
      y: stands.y + (point.y - box.y - box.height / 2) / zoom,
    };
  }

  /** Answers what a new component is to be called. */
  async name(nickname: string): Promise<void> {
    await this.page.getByRole('textbox', { name: 'Nickname' }).fill(nickname);
    await this.page.getByRole('button', { name: 'Create', exact: true }).click();
  }
}
