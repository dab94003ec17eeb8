import { describe, expect, it } from 'vitest';
import { testCard, testEdge } from '../api/cards.testing';
import { COLUMNS, columnsOf, orderOf, rowsOf, sortBy } from './columns';
import { csvOf } from './csv';

const vpc = testCard('vpc', 'main', { owner: 'network, core', tags: { tier: '"a"' } });
const api = testCard('service', 'api');
const slice = {
  components: [api, vpc],
  edges: [testEdge(api, vpc)],
};

const column = (id: string) => {
  const found = COLUMNS.find((candidate) => candidate.id === id);
  if (!found) throw new Error(`There is no column ${id}`);
  return found;
};

describe('columns', () => {
  it('stand in the usual order, whatever order they are asked for in', () => {
    expect(columnsOf(['tags', 'name', 'nonsense']).map(({ id }) => id)).toEqual(['name', 'tags']);
    expect(columnsOf(['nonsense'])).toEqual(columnsOf(undefined));
  });

  it('count the links among the components shown', () => {
    expect(rowsOf(slice).map(({ upstream, downstream }) => [upstream, downstream])).toEqual([
      [1, 0],
      [0, 1],
    ]);
  });
});

describe('the order', () => {
  it('is read from the URL, by name when it makes no sense', () => {
    expect(orderOf('-errors')).toEqual({ id: 'errors', desc: true });
    expect(orderOf('used by')).toEqual({ id: 'used by', desc: false });
    expect(orderOf('-nonsense')).toEqual({ id: 'name', desc: false });
  });

  it('starts with the greatest number or the first word, and turns round', () => {
    expect(sortBy(column('errors'), orderOf('name'))).toBe('-errors');
    expect(sortBy(column('errors'), orderOf('-errors'))).toBe('errors');
    expect(sortBy(column('type'), orderOf('name'))).toBe('type');
    expect(sortBy(column('type'), orderOf('type'))).toBe('-type');
  });
});

describe('CSV', () => {
  it('disarms what a spreadsheet would run', () => {
    const [row] = rowsOf({ components: [testCard('vpc', 'main', { owner: '=1+1' })], edges: [] });
    if (!row) throw new Error('There is no row');
    expect(csvOf([row], columnsOf(['owner', 'errors']))).toBe(
      `id,owner,errors\r\nprod/vpc/main,"'=1+1",0\r\n`,
    );
  });

  it('quotes what needs it, and leaves empty what is not there', () => {
    const columns = columnsOf(['name', 'owner', 'used by', 'tags']);
    expect(csvOf(rowsOf(slice), columns)).toBe(
      'id,name,owner,used by,tags\r\n' +
        'prod/service/api,api,,0,\r\n' +
        'prod/vpc/main,main,"network, core",1,"tier=""a"""\r\n',
    );
  });
});
