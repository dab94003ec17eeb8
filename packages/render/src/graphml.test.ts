import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { renderGraphml } from './graphml';
import { elements, readXml } from './read-xml.testing';
import { componentLike, reversed, slices } from './slices.testing';
import { wellFormed } from './well-formed';

/** Attributes by name, of each node or edge. */
function read(text: string, kind: 'node' | 'edge') {
  const document = readXml(text);
  const names = new Map(
    elements(document, 'key').map((key) => [key.getAttribute('id'), key.getAttribute('attr.name')]),
  );
  return elements(document, kind).map((element) => ({
    element,
    data: Object.fromEntries(
      elements(element, 'data').map((data) => [names.get(data.getAttribute('key')), data.textContent]),
    ),
  }));
}

describe('renderGraphml', () => {
  it('gives every attribute back through a real parser', () => {
    fc.assert(
      fc.property(slices, (slice) => {
        const nodes = read(renderGraphml(slice), 'node').map(({ data }) => data);
        const expected = slice.components.map(({ id, nickname, status, owner, tags, findings }) => ({
          component: wellFormed(id),
          nickname: wellFormed(nickname),
          status,
          notes: String(findings.info),
          ...(owner === null ? {} : { owner: wellFormed(owner) }),
          ...Object.fromEntries(
            Object.entries(tags).map(([name, value]) => [`tag.${wellFormed(name)}`, wellFormed(value)]),
          ),
        }));
        expect(nodes).toHaveLength(expected.length);
        expect(nodes).toEqual(expect.arrayContaining(expected.map((data) => expect.objectContaining(data))));
      }),
    );
  });

  it('is the same whatever the order', () => {
    fc.assert(fc.property(slices, (slice) => renderGraphml(slice) === renderGraphml(reversed(slice))));
  });

  it('leads each edge from the consumer to the provider', () => {
    const [a, b] = [componentLike({ nickname: 'a' }), componentLike({ nickname: 'b' })];
    const text = renderGraphml({
      components: [b, a],
      dependencies: [{ from: b.id, to: a.id, confidence: 'inferred', ambiguous: true }],
    });
    const ids = new Map(
      read(text, 'node').map(({ element, data }) => [data.component, element.getAttribute('id')]),
    );
    const [edge] = read(text, 'edge');
    expect(edge?.data).toEqual({ confidence: 'inferred', ambiguous: 'true' });
    expect(edge?.element.getAttribute('source')).toBe(ids.get(b.id));
    expect(edge?.element.getAttribute('target')).toBe(ids.get(a.id));
  });
});
