import type { Card, GraphSlice } from '../api/types';
import { linksOf } from '../app/links';

/** A component as a row: its card, and how many of the components shown it is linked with. */
export interface Row {
  readonly card: Card;
  readonly upstream: number;
  readonly downstream: number;
}

export function rowsOf({ components, edges }: Pick<GraphSlice, 'components' | 'edges'>): Row[] {
  const links = linksOf(edges);
  return components.map((card) => {
    const { upstream, downstream } = links(card.id);
    return { card, upstream: upstream.length, downstream: downstream.length };
  });
}

export interface Column {
  /** As the heading and the URL say it. */
  readonly id: string;
  readonly isNumber?: boolean;
  /** Pixels. */
  readonly width: number;
  /** `undefined`: it has none; sorted last. */
  readonly read: (row: Row) => string | number | undefined;
}

export const COLUMNS: readonly Column[] = [
  { id: 'name', width: 220, read: ({ card }) => card.nickname },
  { id: 'type', width: 170, read: ({ card }) => card.type },
  { id: 'environment', width: 120, read: ({ card }) => card.environment },
  { id: 'status', width: 130, read: ({ card }) => card.status },
  { id: 'owner', width: 140, read: ({ card }) => card.owner ?? undefined },
  { id: 'errors', width: 96, isNumber: true, read: ({ card }) => card.findings.error },
  { id: 'warnings', width: 104, isNumber: true, read: ({ card }) => card.findings.warning },
  { id: 'notes', width: 96, isNumber: true, read: ({ card }) => card.findings.info },
  { id: 'depends on', width: 116, isNumber: true, read: ({ upstream }) => upstream },
  { id: 'used by', width: 104, isNumber: true, read: ({ downstream }) => downstream },
  { id: 'tags', width: 280, read: ({ card }) => tagWords(card) || undefined },
];

const USUAL: readonly string[] = [
  'name',
  'type',
  'status',
  'owner',
  'errors',
  'warnings',
  'depends on',
  'used by',
];

const tagWords = ({ tags }: Card) =>
  Object.entries(tags)
    .map(([key, value]) => `${key}=${value}`)
    .join(', ');

/** The columns of these ids, in the usual order; those usually shown when none is known. */
export function columnsOf(ids: readonly string[] | undefined): readonly Column[] {
  const chosen = COLUMNS.filter(({ id }) => ids?.includes(id));
  return chosen.length > 0 ? chosen : COLUMNS.filter(({ id }) => USUAL.includes(id));
}

export interface Order {
  readonly id: string;
  readonly desc: boolean;
}

/** Reads `sort`: `type`, `-errors`; by name when there is no such column. */
export function orderOf(sort: string | undefined): Order {
  const desc = sort?.startsWith('-') ?? false;
  const id = desc ? sort?.slice(1) : sort;
  const column = COLUMNS.find((candidate) => candidate.id === id);
  return column ? { id: column.id, desc } : { id: 'name', desc: false };
}

/** The `sort` after a click on a heading: numbers start with the greatest; the same heading again turns it round. */
export function sortBy({ id, isNumber = false }: Column, order: Order): string {
  const desc = order.id === id ? !order.desc : isNumber;
  return desc ? `-${id}` : id;
}
