/** What stands at one place of a config, or one output. */
export type Leaf = string | number | boolean | null;

/**
 * The values of a config or of outputs, side by side with numbers of the dotted paths that lead to them
 * (`functions.seed.timeout`; see `LeafReader.paths`). A list has its path once for each item.
 */
export interface Leaves {
  readonly paths: readonly number[];
  readonly values: readonly Leaf[];
}

export const NO_LEAVES: Leaves = { paths: [], values: [] };

/** Turns JSON values into leaves; keeps each path, and each list of paths, once. */
export class LeafReader {
  readonly #numbers = new Map<string, number>();
  readonly #paths: string[] = [];
  readonly #shapes = new Map<string, readonly number[]>();

  /** By number. */
  get paths(): readonly string[] {
    return this.#paths;
  }

  read(json: unknown): Leaves {
    const paths: number[] = [];
    const values: Leaf[] = [];
    const visit = (value: unknown, path: string) => {
      if (Array.isArray(value)) for (const item of value) visit(item, path);
      else if (typeof value === 'object' && value !== null)
        for (const [key, item] of Object.entries(value)) visit(item, path === '' ? key : `${path}.${key}`);
      else if (isLeaf(value)) {
        paths.push(this.#numberOf(path));
        values.push(value);
      }
    };
    visit(json, '');
    const shape = paths.join(' ');
    const known = this.#shapes.get(shape) ?? paths;
    this.#shapes.set(shape, known);
    return { paths: known, values };
  }

  #numberOf(path: string): number {
    const known = this.#numbers.get(path);
    if (known !== undefined) return known;
    this.#numbers.set(path, this.#paths.length);
    return this.#paths.push(path) - 1;
  }
}

function isLeaf(value: unknown): value is Leaf {
  return (
    value === null || typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
  );
}
