import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { elements, readXml } from '../read-xml.testing';
import { column, componentLike, reversed, slices } from '../slices.testing';
import { wellFormed } from '../well-formed';
import { renderSvg } from './render-svg';

const title = 'Prod <&> "co"';
const options = { theme: 'light', title } as const;

describe('renderSvg', () => {
  it('is well-formed, draws every component and dependency, and refers to nothing outside or undefined', () => {
    fc.assert(
      fc.property(slices, (slice) => {
        const svg = readXml(renderSvg(slice, column(slice), options));
        const titles = elements(svg, 'title').map((element) => element.textContent ?? '');
        expect(titles[0]).toBe(title);
        for (const { id } of slice.components)
          expect(titles.some((text) => text.startsWith(wellFormed(id)))).toBe(true);
        const paths = elements(svg, 'path').filter(
          (path) => path.getAttribute('d')?.includes('C') && path.hasAttribute('marker-end'),
        );
        expect(paths).toHaveLength(slice.dependencies.length);
        const ids = elements(svg, '*').flatMap((element) => element.getAttribute('id') ?? []);
        expect(new Set(ids).size).toBe(ids.length);
        for (const use of elements(svg, 'use')) expect(ids).toContain(use.getAttribute('href')?.slice(1));
        expect(elements(svg, '*').map(({ tagName }) => tagName)).not.toEqual(
          expect.arrayContaining([expect.stringMatching(/script|style|image|foreignObject|^a$/)]),
        );
      }),
    );
  });

  it('is the same whatever the order', () => {
    fc.assert(
      fc.property(slices, (slice) => {
        const positions = column(slice);
        expect(renderSvg(reversed(slice), positions, options)).toBe(renderSvg(slice, positions, options));
      }),
    );
  });

  it('says what it is to who cannot see it', () => {
    const vpc = componentLike({ findings: { error: 0, warning: 1, info: 0 } });
    const slice = { components: [vpc], dependencies: [] };
    const root = readXml(renderSvg(slice, column(slice), options)).documentElement;
    expect(root?.getAttribute('role')).toBe('img');
    expect(root?.getAttribute('aria-labelledby')).toBe('karma-title karma-desc');
    expect(root && elements(root, 'desc')[0]?.textContent).toContain(
      '1 component, 0 dependencies, 1 finding.',
    );
  });

  it('counts what shut groups and bundles hold', () => {
    const [web, db] = [componentLike({ nickname: 'web', members: 40 }), componentLike({ nickname: 'db' })];
    const bundle = { from: web.id, to: db.id, confidence: 'declared', ambiguous: false, count: 17 } as const;
    const slice = { components: [web, db], dependencies: [bundle] };
    const svg = readXml(renderSvg(slice, column(slice), options));
    const texts = elements(svg, 'text').map((text) => text.textContent);
    expect(texts).toEqual(expect.arrayContaining(['40 components', '17']));
    expect(elements(svg, 'desc')[0]?.textContent).toContain('41 components, 17 dependencies.');
  });

  it('explains the lines and marks that are used, and only those', () => {
    const [a, b] = [componentLike({ nickname: 'a' }), componentLike({ nickname: 'b', status: 'missing' })];
    const render = (ambiguous: boolean) => {
      const slice = {
        components: [a, b],
        dependencies: [{ from: a.id, to: b.id, confidence: 'inferred', ambiguous } as const],
      };
      return elements(readXml(renderSvg(slice, column(slice), options)), 'text').map(
        (text) => text.textContent,
      );
    };
    expect(render(false)).toContain('inferred');
    expect(render(false)).not.toContain('one of several');
    expect(render(true)).toContain('one of several');
    expect(render(true)).not.toContain('orphaned');
  });

  it('names the component that has no position', () => {
    const slice = { components: [componentLike()], dependencies: [] };
    expect(() => renderSvg(slice, new Map(), options)).toThrow('prod/vpc/main has no position.');
  });
});
