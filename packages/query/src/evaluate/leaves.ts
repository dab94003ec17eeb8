/** What stands at one place of a config, or one output. */
export type Leaf = string | number | boolean | null;

/**
 * The values of a config or of outputs, side by side with the dotted paths that lead to them: `functions.seed.timeout`.
 * A list has its path once for each item. Equal lists of paths are one array, so that a path is looked up once.
 */
export interface Leaves {
  readonly paths: readonly string[];
  readonly values: readonly Leaf[];
}

export const NO_LEAVES: Leaves = { paths: [], values: [] };

/** Turns JSON values into leaves; keeps each list of paths once. */
export class LeafReader {
  readonly #shapes = new Map<string, readonly string[]>();

  read(json: unknown): Leaves {
    const paths: string[] = [];
    const values: Leaf[] = [];
    const visit = (value: unknown, path: string) => {
      if (Array.isArray(value)) for (const item of value) visit(item, path);
      else if (typeof value === 'object' && value !== null)
        for (const [key, item] of Object.entries(value)) visit(item, path === '' ? key : `${path}.${key}`);
      else if (isLeaf(value)) {
        paths.push(path);
        values.push(value);
      }
    };
    visit(json, '');
    const shape = paths.join('\n');
    const known = this.#shapes.get(shape);
    if (!known) this.#shapes.set(shape, paths);
    return { paths: known ?? paths, values };
  }
}

function isLeaf(value: unknown): value is Leaf {
  return (
    value === null || typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
  );
}
