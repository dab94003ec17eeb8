import { ordered, type Slice } from './slice';
import { block, tag, type Xml, xmlDocument } from './xml';

type Value = string | number | boolean | null;

/**
 * GraphML for Gephi, yEd, Cytoscape, NetworkX: a node a component, an edge a dependency, with typed attributes. The
 * attribute `component` holds the id; each tag is an attribute `tag.<name>`.
 */
export function renderGraphml(slice: Slice): string {
  const { components, dependencies } = ordered(slice);
  const names = new Map<string, string>(components.map(({ id }, index) => [id, `n${index}`]));
  const nodeKeys = new Keys('node');
  const edgeKeys = new Keys('edge');
  const nodes = components.map(
    ({ id, environment, type, nickname, status, owner, abstract, findings, tags }) => {
      const attributes: Record<string, Value> = {
        label: `${type}/${nickname}`,
        component: id,
        environment,
        type,
        nickname,
        status,
        owner,
        abstract,
        errors: findings.error,
        warnings: findings.warning,
        notes: findings.info,
      };
      for (const name of Object.keys(tags).sort()) attributes[`tag.${name}`] = tags[name] ?? null;
      return block('node', { id: names.get(id) }, nodeKeys.data(attributes));
    },
  );
  const edges = dependencies.map(({ from, to, confidence, ambiguous }, index) =>
    block(
      'edge',
      { id: `e${index}`, source: names.get(from), target: names.get(to) },
      edgeKeys.data({ confidence, ambiguous }),
    ),
  );
  const graph = block('graph', { id: 'karma', edgedefault: 'directed' }, [...nodes, ...edges]);
  return xmlDocument(
    block('graphml', { xmlns: 'http://graphml.graphdrawing.org/xmlns' }, [
      ...nodeKeys.declared(),
      ...edgeKeys.declared(),
      graph,
    ]),
  );
}

/** GraphML wants each attribute declared, with a type, before it is used. */
class Keys {
  readonly #keys = new Map<string, { readonly id: string; readonly type: string }>();

  constructor(readonly domain: 'node' | 'edge') {}

  data(attributes: Readonly<Record<string, Value>>): Xml[] {
    return Object.entries(attributes).flatMap(([name, value]) =>
      value === null ? [] : [tag('data', { key: this.#idOf(name, value) }, String(value))],
    );
  }

  declared(): Xml[] {
    return [...this.#keys].map(([name, { id, type }]) =>
      tag('key', { id, for: this.domain, 'attr.name': name, 'attr.type': type }),
    );
  }

  #idOf(name: string, value: string | number | boolean): string {
    const known = this.#keys.get(name);
    if (known) return known.id;
    const type = typeof value === 'number' ? 'int' : typeof value === 'boolean' ? 'boolean' : 'string';
    const id = `${this.domain}${this.#keys.size}`;
    this.#keys.set(name, { id, type });
    return id;
  }
}
