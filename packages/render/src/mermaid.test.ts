// @vitest-environment jsdom
import fc from 'fast-check';
import mermaid from 'mermaid';
import { beforeAll, describe, expect, it } from 'vitest';
import { renderMermaid } from './mermaid';
import { componentLike, reversed, slices } from './slices.testing';
import { wellFormed } from './well-formed';

// The first parse makes Mermaid load its diagrams.
beforeAll(() => mermaid.parse('flowchart LR'));

interface FlowDb {
  getVertices(): Map<string, { readonly text: string; readonly classes: readonly string[] }>;
  getEdges(): readonly { readonly start: string; readonly end: string; readonly stroke: string }[];
  getSubGraphs(): readonly { readonly title: string; readonly nodes: readonly string[] }[];
}

/** What Mermaid understood. */
async function read(text: string): Promise<FlowDb> {
  const { db } = await mermaid.mermaidAPI.getDiagramFromText(text);
  if (!isFlow(db)) throw new Error('Mermaid took it for another kind of diagram.');
  return db;
}
const isFlow = (db: object): db is FlowDb => 'getVertices' in db;

/** Mermaid keeps entities by number in a notation of its own until it draws. */
const decoded = (text: string) =>
  text.replace(/ﬂ°°(\d+)¶ß/g, (_, code: string) => String.fromCodePoint(Number(code)));
/** What is seen of a label: lines that are empty, and space around them, are not. */
const lines = (...parts: readonly string[]) =>
  parts
    .map((part) => wellFormed(part).replace(/\s+/g, ' ').trim())
    .filter(Boolean)
    .join('\n');

describe('renderMermaid', () => {
  it('is what Mermaid reads: each node once, with its label as written', async () => {
    await fc.assert(
      fc.asyncProperty(slices, async (slice) => {
        const db = await read(renderMermaid(slice));
        const labels = [...db.getVertices().values()].map(({ text }) =>
          lines(...text.split(/<br ?\/?>/).map(decoded)),
        );
        const expected = slice.components.map(({ nickname, type }) => lines(nickname, type));
        expect(labels.sort()).toEqual(expected.sort());
        expect(db.getEdges()).toHaveLength(slice.dependencies.length);
      }),
      { numRuns: 100 },
    );
  });

  it('is the same whatever the order', () => {
    fc.assert(fc.property(slices, (slice) => renderMermaid(slice) === renderMermaid(reversed(slice))));
  });

  it('tells kinds of dependencies apart, and groups', async () => {
    const [a, b, c] = ['a', 'b', 'c'].map((nickname) =>
      componentLike({ nickname, group: ['prod'], status: nickname === 'c' ? 'missing' : 'deployed' }),
    );
    if (!a || !b || !c) throw new Error('three components');
    const text = renderMermaid({
      components: [a, b, c],
      dependencies: [
        { from: a.id, to: b.id, confidence: 'declared', ambiguous: false },
        { from: a.id, to: c.id, confidence: 'inferred', ambiguous: false },
        { from: b.id, to: c.id, confidence: 'declared', ambiguous: true },
      ],
    });
    const db = await read(text);
    expect(db.getEdges().map(({ stroke }) => stroke)).toEqual(['normal', 'dotted', 'dotted']);
    expect(text).toContain('one of several');
    expect(db.getVertices().get('c2')?.classes).toEqual(['missing']);
    expect(db.getSubGraphs()).toMatchObject([
      { title: 'prod', nodes: expect.arrayContaining(['c0', 'c1', 'c2']) },
    ]);
  });
});
