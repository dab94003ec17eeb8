import fc from 'fast-check';
import papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { renderCsv } from './csv';
import { componentLike, reversed, slices } from './slices.testing';

const parse = (text: string) =>
  papa.parse<string[]>(text, { delimiter: ',', skipEmptyLines: false, newline: '\r\n' });
/** What a spreadsheet shows of a cell: without the apostrophe that makes it text. */
const shown = (cell = '') => cell.replace(/^'(?='*[=+\-@\t\r\n＝＋－＠])/, '');

describe('renderCsv', () => {
  it('gives every text back through a real parser, and no formula', () => {
    fc.assert(
      fc.property(slices, (slice) => {
        const { data, errors } = parse(renderCsv(slice));
        expect(errors).toEqual([]);
        const [heading = [], ...rows] = data.slice(0, -1);
        expect(rows).toHaveLength(slice.components.length);
        const byId = new Map(rows.map((row) => [shown(row[0]), row]));
        for (const { id, nickname, owner, tags } of slice.components) {
          const row = byId.get(id) ?? [];
          expect(row).toHaveLength(heading.length);
          expect(row.map(shown)).toEqual(
            expect.arrayContaining([nickname, owner ?? '', ...Object.values(tags)]),
          );
        }
        for (const cell of data.flat()) expect(cell).not.toMatch(/^[=+\-@\t\r\n＝＋－＠]/);
      }),
    );
  });

  it('disarms a formula, and what looks like a disarmed one', () => {
    const tags = { formula: '=1+1', disarmed: "'=1+1", quoted: "'text" };
    const { data } = parse(renderCsv({ components: [componentLike({ tags })], dependencies: [] }));
    expect(data[1]?.slice(-3)).toEqual(["''=1+1", "'=1+1", "'text"]);
  });

  it('is the same whatever the order', () => {
    fc.assert(fc.property(slices, (slice) => renderCsv(slice) === renderCsv(reversed(slice))));
  });

  it('says what a component depends on, and how many depend on it', () => {
    const vpc = componentLike({ tags: { Owner: 'platform' } });
    const api = componentLike({ type: 'service', nickname: 'api', owner: 'web' });
    const edge = { confidence: 'declared', ambiguous: false } as const;
    const { data } = parse(
      renderCsv({ components: [vpc, api], dependencies: [{ from: api.id, to: vpc.id, ...edge }] }),
    );
    expect(data).toEqual([
      [
        'id',
        'environment',
        'type',
        'nickname',
        'status',
        'owner',
        'errors',
        'warnings',
        'notes',
        'depends_on',
        'dependents',
        'tag.Owner',
      ],
      [api.id, 'prod', 'service', 'api', 'deployed', 'web', '0', '0', '0', vpc.id, '0', ''],
      [vpc.id, 'prod', 'vpc', 'main', 'deployed', '', '0', '0', '0', '', '1', 'platform'],
      [''],
    ]);
  });
});
