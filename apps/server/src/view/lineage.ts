import type { LineageQuery } from '@karma/core';
import type { z } from 'zod';
import type { lineageSchema } from '../api/schemas/traverse';
import { edgesAmong } from './edges-among';
import { cardsOf, headToAnswer } from './mappings';
import type { View } from './views';

/** @throws UnknownComponentError */
export async function answerLineage(view: View, query: LineageQuery): Promise<z.infer<typeof lineageSchema>> {
  const { start, total, items } = await view.reader.lineage(query);
  const ids = items.map(({ id }) => id);
  const cards = new Map((await cardsOf(view, ids)).map((card) => [card.id, card]));
  return {
    head: headToAnswer(view.reader.head),
    start,
    total,
    items: items.flatMap(({ id, distance }) => {
      const card = cards.get(id);
      return card ? [{ card, distance }] : [];
    }),
    edges: await edgesAmong(view, [start, ...ids]),
  };
}
