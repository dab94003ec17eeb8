/**
 * Thin lines without number: they are added up pixel by pixel, and where more of them lie, the colour is denser. Takes
 * a tenth of the time of a path that is stroked.
 */
export interface Haze {
  /** Starts an empty picture, `width` × `height` pixels. */
  begin(width: number, height: number): void;
  /** Adds a line, one pixel wide. */
  line(x1: number, y1: number, x2: number, y2: number): void;
  /** Lays the lines added since the last time over the picture, each with this opacity; `colour` is `#rrggbb`. */
  tint(colour: string, opacity: number): void;
  /** The picture, four bytes a pixel, as `ImageData` takes them; another array after a `begin` of another size. */
  readonly bytes: Uint8ClampedArray<ArrayBuffer>;
}

/** What a line adds to the pixels that it covers wholly. */
const WHOLE = 64;
/** As many lines over each other are as dense as it gets. */
const DENSEST = 128;
const MOST = WHOLE * DENSEST;
/** Of so many opacities what lines of them add up to is kept. */
const OPACITIES = 16;

export function createHaze(): Haze {
  let width = 0;
  let height = 0;
  let sums = new Uint32Array(0);
  let bytes = new Uint8ClampedArray(0);
  let pixels = new Uint32Array(0);
  /** Rows that have lines. */
  let [first, last] = [0, -1];

  function begin(newWidth: number, newHeight: number) {
    if (newWidth === width && newHeight === height) {
      pixels.fill(0);
      sums.fill(0);
    } else {
      [width, height] = [newWidth, newHeight];
      // One pixel more on each side, for weights that spill over.
      sums = new Uint32Array((width + 1) * (height + 1));
      bytes = new Uint8ClampedArray(4 * width * height);
      pixels = new Uint32Array(bytes.buffer);
    }
    [first, last] = [height, -1];
  }

  function line(x1: number, y1: number, x2: number, y2: number) {
    const dx = x2 - x1;
    const dy = y2 - y1;
    // The part of it that lies within the picture (Liang and Barsky).
    const across = within(x1, dx, width - 1);
    const down = within(y1, dy, height - 1);
    const start = Math.max(0, across[0], down[0]);
    const end = Math.min(1, across[1], down[1]);
    if (start >= end) return;
    const [left, top] = [x1 + start * dx, y1 + start * dy];
    const [right, bottom] = [x1 + end * dx, y1 + end * dy];
    first = Math.min(first, Math.floor(Math.min(top, bottom)));
    last = Math.max(last, Math.ceil(Math.max(top, bottom)));
    const stride = width + 1;
    if (Math.abs(dx) >= Math.abs(dy)) {
      if (dx > 0) walk(left, right, top, dy / dx, 1, stride);
      else walk(right, left, bottom, dy / dx, 1, stride);
    } else if (dy > 0) walk(top, bottom, left, dx / dy, stride, 1);
    else walk(bottom, top, right, dx / dy, stride, 1);
  }

  /** Along the longer side one pixel a step, its weight shared by the two that it lies between. */
  function walk(from: number, to: number, aside: number, slope: number, along: number, across: number) {
    const start = Math.ceil(from);
    const end = Math.ceil(to);
    // Sixteen bits behind the point.
    const rise = (slope * 65536) | 0;
    let at = ((aside + slope * (start - from)) * 65536) | 0;
    let base = start * along;
    for (let n = start; n < end; n++) {
      const part = (at >> 10) & (WHOLE - 1);
      const pixel = base + (at >> 16) * across;
      sums[pixel] = (sums[pixel] ?? 0) + WHOLE - part;
      sums[pixel + across] = (sums[pixel + across] ?? 0) + part;
      at = (at + rise) | 0;
      base += along;
    }
  }

  function tint(colour: string, opacity: number) {
    const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) =>
      Number.parseInt(colour.slice(at, at + 2), 16),
    );
    const rgb = (blue << 16) | (green << 8) | red;
    const alphas = alphasOf(opacity);
    for (let row = first; row <= Math.min(last, height - 1); row++) {
      let pixel = row * width;
      const from = row * (width + 1);
      for (let at = from; at < from + width; at++, pixel++) {
        const sum = sums[at];
        if (!sum) continue;
        sums[at] = 0;
        const alpha = alphas[Math.min(sum, MOST)] ?? 0;
        const under = pixels[pixel] ?? 0;
        pixels[pixel] = under === 0 ? (alpha << 24) | rgb : over(under, red, green, blue, alpha);
      }
    }
    [first, last] = [height, -1];
  }

  return {
    begin,
    line,
    tint,
    get bytes() {
      return bytes;
    },
  };
}

const kept = new Map<number, Uint8Array>();

/** What lines of an opacity add up to, by their sum; the same opacities are asked for at every frame. */
function alphasOf(opacity: number): Uint8Array {
  const known = kept.get(opacity);
  if (known) return known;
  if (kept.size >= OPACITIES) kept.clear();
  const alphas = Uint8Array.from({ length: MOST + 1 }, (_, sum) =>
    Math.round(255 * (1 - (1 - opacity) ** (sum / WHOLE))),
  );
  kept.set(opacity, alphas);
  return alphas;
}

/** From which to which share of a way of `length` from `from` one is between 0 and `most`. */
function within(from: number, length: number, most: number): [number, number] {
  if (length === 0) return from >= 0 && from <= most ? [0, 1] : [1, 0];
  const [a, b] = [-from / length, (most - from) / length];
  return a < b ? [a, b] : [b, a];
}

/** One colour over another, neither of them opaque. */
function over(under: number, red: number, green: number, blue: number, alpha: number): number {
  const rest = ((under >>> 24) * (255 - alpha)) / 255;
  const whole = alpha + rest;
  const mix = (a: number, b: number) => (whole === 0 ? 0 : Math.round((a * alpha + b * rest) / whole));
  return (
    (Math.round(whole) << 24) |
    (mix(blue, (under >>> 16) & 255) << 16) |
    (mix(green, (under >>> 8) & 255) << 8) |
    mix(red, under & 255)
  );
}
