import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { renderDrawio } from './drawio';
import { elements, readXml } from './read-xml.testing';
import { column, componentLike, reversed, slices } from './slices.testing';
import { wellFormed } from './well-formed';

const render = (slice: Parameters<typeof column>[0]) =>
  renderDrawio(slice, column(slice), { title: '<Prod> & "co"' });

describe('renderDrawio', () => {
  it('holds each component as a shape with its facts, its label being HTML that says no more than its name', () => {
    fc.assert(
      fc.property(slices, (slice) => {
        const objects = elements(readXml(render(slice)), 'object');
        expect(objects).toHaveLength(slice.components.length);
        for (const object of objects) {
          const label = readXml(`<p>${(object.getAttribute('label') ?? '').replaceAll('<br>', '<br/>')}</p>`);
          expect(elements(label, '*').map(({ tagName }) => tagName)).toEqual(['p', 'b', 'br']);
          expect(elements(label, 'b')[0]?.textContent).toBe(object.getAttribute('nickname'));
        }
        const nicknames = objects.map((object) => object.getAttribute('nickname')).sort();
        expect(nicknames).toEqual(slice.components.map(({ nickname }) => wellFormed(nickname)).sort());
      }),
    );
  });

  it('attaches every arrow to shapes that are there, and names each cell once', () => {
    fc.assert(
      fc.property(slices, (slice) => {
        // Ids that differ only in what XML cannot hold are one to XML.
        fc.pre(slice.components.every(({ id }) => wellFormed(id) === id));
        const document = readXml(render(slice));
        const ids = [...elements(document, 'mxCell'), ...elements(document, 'object')].flatMap(
          (cell) => cell.getAttribute('id') ?? [],
        );
        expect(new Set(ids).size).toBe(ids.length);
        for (const cell of elements(document, 'mxCell')) {
          for (const end of ['source', 'target', 'parent']) {
            if (cell.hasAttribute(end)) expect(ids).toContain(cell.getAttribute(end));
          }
        }
      }),
    );
  });

  it('is the same whatever the order', () => {
    fc.assert(
      fc.property(slices, (slice) => {
        const positions = column(slice);
        const options = { title: 'all' };
        expect(renderDrawio(reversed(slice), positions, options)).toBe(
          renderDrawio(slice, positions, options),
        );
      }),
    );
  });

  it('puts shapes where the layout put them, a frame around each group', () => {
    const [a, b] = ['a', 'b'].map((nickname) => componentLike({ nickname, group: ['prod'] }));
    if (!a || !b) throw new Error('two components');
    const positions = new Map([
      [a.id, { x: 100, y: 200 }],
      [b.id, { x: 400, y: 300 }],
    ]);
    const document = readXml(
      renderDrawio({ components: [a, b], dependencies: [] }, positions, { title: 'all' }),
    );
    const boxes = elements(document, 'mxGeometry').map((geometry) =>
      ['x', 'y', 'width', 'height'].map((name) => Number(geometry.getAttribute(name))),
    );
    expect(boxes).toEqual([
      [80, 156, 560, 228],
      [100, 200, 220, 64],
      [400, 300, 220, 64],
    ]);
  });
});
