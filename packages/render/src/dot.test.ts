import { Graphviz } from '@hpcc-js/wasm-graphviz';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { renderDot } from './dot';
import { elements, readXml } from './read-xml.testing';
import { componentLike, reversed, slices } from './slices.testing';
import { wellFormed } from './well-formed';

const words = (text: string | null) => wellFormed((text ?? '').replace(/[\s\u0085]+/g, ' ')).trim();

/** The nodes and edges that Graphviz draws. Each graph gets an instance of its own: many in one make it crash. */
async function draw(dot: string) {
  Graphviz.unload();
  const graphviz = await Graphviz.load();
  const groups = elements(readXml(graphviz.layout(dot, 'svg', 'dot')), 'g');
  const drawn = (kind: string) =>
    groups
      .filter((group) => group.getAttribute('class') === kind)
      .map((group) => ({
        name: elements(group, 'title')[0]?.textContent,
        label: elements(group, 'text')
          .map(({ textContent }) => words(textContent))
          .filter(Boolean),
        dashes: elements(group, 'path')[0]?.getAttribute('stroke-dasharray'),
      }));
  return { nodes: drawn('node'), edges: drawn('edge') };
}

describe('renderDot', () => {
  it('is what Graphviz draws: each node with its label as written, each edge', async () => {
    await fc.assert(
      fc.asyncProperty(slices, async (slice) => {
        const { nodes, edges } = await draw(renderDot(slice));
        const expected = slice.components.map(({ nickname, type }) =>
          [nickname, type].map(words).filter(Boolean),
        );
        expect(nodes.map(({ label }) => label).sort()).toEqual(expected.sort());
        expect(edges).toHaveLength(slice.dependencies.length);
      }),
      { numRuns: 15 },
    );
  });

  it('is the same whatever the order', () => {
    fc.assert(fc.property(slices, (slice) => renderDot(slice) === renderDot(reversed(slice))));
  });

  it('names nodes by id, and tells kinds of dependencies apart', async () => {
    const [a, b, c] = ['a', 'b', 'c'].map((nickname) => componentLike({ nickname }));
    if (!a || !b || !c) throw new Error('three components');
    const dot = renderDot({
      components: [a, b, c],
      dependencies: [
        { from: a.id, to: b.id, confidence: 'declared', ambiguous: false },
        { from: a.id, to: c.id, confidence: 'inferred', ambiguous: false },
        { from: b.id, to: c.id, confidence: 'declared', ambiguous: true },
      ],
    });
    expect((await draw(dot)).edges.map(({ name, dashes }) => [name, dashes])).toEqual([
      ['prod/vpc/a->prod/vpc/b', null],
      ['prod/vpc/a->prod/vpc/c', '5,2'],
      ['prod/vpc/b->prod/vpc/c', '1,5'],
    ]);
  });
});
