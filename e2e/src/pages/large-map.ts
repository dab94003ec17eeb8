import { expect, type Locator, type Page } from '@playwright/test';

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** Where the graph stands on the page: `pixel = zoom * coordinate + x`. */
export interface Viewport {
  readonly x: number;
  readonly y: number;
  readonly zoom: number;
}

/** Pixels of one colour, of all that the drawing has. */
export interface Coloured {
  readonly count: number;
  /** Row of the uppermost; -1: there is none. */
  readonly top: number;
}

/** The map of a graph that is drawn on one canvas, with cards as elements only where they are near. */
export class LargeMap {
  readonly graph: Locator;
  readonly drawing: Locator;
  readonly cards: Locator;

  constructor(readonly page: Page) {
    this.graph = page.getByRole('region', { name: 'Graph' });
    this.drawing = this.graph.getByRole('img', { name: /components, .* dependencies/ });
    this.cards = this.graph.locator('.react-flow__node');
  }

  /** The same page object over another tab. */
  on(page: Page): LargeMap {
    return new LargeMap(page);
  }

  /** Opens everything that a view shows, all groups open; waits until it is laid out and drawn. */
  async open(search = ''): Promise<void> {
    await this.page.goto(`/?env=prod&open=*${search}`);
    await this.settled();
  }

  async settled(): Promise<void> {
    await expect(this.drawing).toHaveAttribute('data-drawn', 'true', { timeout: 60_000 });
    await expect(this.graph).toHaveAttribute('aria-busy', 'false', { timeout: 60_000 });
  }

  /** How many components are drawn. */
  async count(): Promise<number> {
    const name = (await this.drawing.getAttribute('aria-label')) ?? '';
    return Number(/([\d,]+) components/.exec(name)?.[1]?.replaceAll(',', ''));
  }

  viewport(): Promise<Viewport> {
    return this.graph.locator('.react-flow__viewport').evaluate((element) => {
      const { a: zoom, e: x, f: y } = new DOMMatrix(getComputedStyle(element).transform);
      return { x, y, zoom };
    });
  }

  /** The viewport, as soon as it has stopped moving. */
  async atRest(): Promise<Viewport> {
    let last = await this.viewport();
    await expect(async () => {
      const before = last;
      last = await this.viewport();
      expect(last).toEqual(before);
    }).toPass({ intervals: [300] });
    return last;
  }

  /** How many different colours the drawing has in the middle of the page: none where nothing is drawn. */
  colours(): Promise<number> {
    return this.drawing.evaluate((canvas) => {
      if (!(canvas instanceof HTMLCanvasElement)) throw new Error('The drawing is no canvas');
      const [width, height] = [canvas.width, canvas.height];
      const pixels = canvas.getContext('2d')?.getImageData(width / 4, height / 4, width / 2, height / 2).data;
      return new Set(new Uint32Array(pixels?.buffer ?? new ArrayBuffer(0))).size;
    });
  }

  /** Of a colour of the page, by its name in `theme.css`, how many pixels the drawing has, and how far down the first. */
  async pixelsOf(name: string): Promise<Coloured> {
    const [now] = await this.coloured(name, 'now');
    if (!now) throw new Error('The drawing was not looked at');
    return now;
  }

  /** As `pixelsOf`, of every frame while everything moves to a new place, as soon as it does. */
  pixelsOnTheWay(name: string): Promise<readonly Coloured[]> {
    return this.coloured(name, 'moving');
  }

  private coloured(name: string, when: 'now' | 'moving'): Promise<Coloured[]> {
    return this.drawing.evaluate(
      async (canvas, { variable, when }) => {
        const one = new OffscreenCanvas(1, 1).getContext('2d');
        if (!(canvas instanceof HTMLCanvasElement) || !one) throw new Error('The drawing is no canvas');
        one.fillStyle = getComputedStyle(canvas).getPropertyValue(variable);
        one.fillRect(0, 0, 1, 1);
        const [wanted] = new Uint32Array(one.getImageData(0, 0, 1, 1).data.buffer);
        const look = () => {
          const data = canvas.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height).data;
          const pixels = new Uint32Array(data?.buffer ?? new ArrayBuffer(0));
          const first = pixels.indexOf(wanted ?? 0);
          return {
            count: pixels.filter((pixel) => pixel === wanted).length,
            top: Math.floor(first / canvas.width),
          };
        };
        if (when === 'now') return [look()];
        const frame = () => new Promise(requestAnimationFrame);
        const isMoving = () => document.querySelector('[data-moving]') !== null;
        while (!isMoving()) await frame();
        const looks = [];
        while (isMoving()) {
          looks.push(look());
          await frame();
        }
        return looks;
      },
      { variable: `--karma-${name}`, when },
    );
  }

  /** Zooms by the wheel around the middle of the map, until it is at `zoom`. */
  async zoomTo(zoom: number): Promise<void> {
    const box = await this.graph.boundingBox();
    if (!box) throw new Error('The map has no place');
    await this.page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
    const { zoom: from } = await this.viewport();
    await this.page.mouse.wheel(0, -Math.log2(zoom / from) / 0.002);
    await expect.poll(async () => (await this.viewport()).zoom).toBeCloseTo(zoom, 3);
  }

  /** The element of a card: near, or under the pointer. */
  card(id: string): Locator {
    return this.graph.locator(`.react-flow__node[data-id="${id}"]`);
  }

  /** Where the middle of a card that is near stands in the graph. */
  async placeOf(id: string): Promise<Point> {
    await expect(this.card(id)).toBeVisible();
    const box = await this.card(id).boundingBox();
    const graph = await this.graph.locator('.react-flow').boundingBox();
    if (!box || !graph) throw new Error(`${id} has no place`);
    const { x, y, zoom } = await this.viewport();
    return {
      x: (box.x + box.width / 2 - graph.x - x) / zoom,
      y: (box.y + box.height / 2 - graph.y - y) / zoom,
    };
  }

  /** Where a place of the graph is on the page. */
  async onScreen(place: Point): Promise<Point> {
    const graph = await this.graph.locator('.react-flow').boundingBox();
    if (!graph) throw new Error('The map has no place');
    const { x, y, zoom } = await this.viewport();
    return { x: graph.x + x + place.x * zoom, y: graph.y + y + place.y * zoom };
  }

  async drag(dx: number, dy: number): Promise<void> {
    const box = await this.graph.boundingBox();
    if (!box) throw new Error('The map has no place');
    await this.dragFrom({ x: box.x + 20, y: box.y + box.height / 2 }, { x: dx, y: dy });
  }

  async dragFrom({ x, y }: Point, by: Point): Promise<void> {
    await this.page.mouse.move(x, y);
    await this.page.mouse.down();
    await this.page.mouse.move(x + by.x, y + by.y, { steps: 5 });
    await this.page.mouse.up();
  }

  /** Clicks here and there in the drawing until `isHit`. */
  async clickSomewhere(isHit: () => boolean): Promise<void> {
    const box = await this.graph.boundingBox();
    if (!box) throw new Error('The map has no place');
    for (let step = 1; step < 100 && !isHit(); step++) {
      const [across, down] = [(step * 0.37) % 1, (step * 0.61) % 1];
      await this.page.mouse.click(
        box.x + box.width * (0.2 + 0.6 * across),
        box.y + box.height * (0.1 + 0.7 * down),
      );
    }
  }
}
