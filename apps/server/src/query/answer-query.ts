import { evaluate, payloadsOf, type Query } from '@karma/query';
import type { z } from 'zod';
import type { queryAnswerSchema } from '../api/schemas/query';
import { edgesAmong } from '../view/edges-among';
import { headToAnswer, rowToCard } from '../view/mappings';
import type { View } from '../view/views';

/**
 * Which components a query is about, the first of them as cards.
 * @throws StaleReaderError
 */
export async function answerQuery(
  view: View,
  query: Query,
  limit: number,
): Promise<z.infer<typeof queryAnswerSchema>> {
  const context = await view.queryContext(payloadsOf(query));
  const { ids, unknown } = evaluate(query, context);
  const chosen = ids.slice(0, limit);
  const cards = chosen.flatMap((id) => {
    const row = context.row(context.topology.ordinal(id) ?? -1);
    return row ? [rowToCard(row, view.findings(id))] : [];
  });
  const edges = await edgesAmong(view, chosen);
  return { head: headToAnswer(view.reader.head), cards, edges, total: ids.length, unknown: [...unknown] };
}
