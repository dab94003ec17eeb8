import type { ComponentId } from '@karma/core';
import type { z } from 'zod';
import type { impactSchema } from '../api/schemas/traverse';
import { impactMarkdown } from './impact-markdown';
import { cardsOf, headToAnswer } from './mappings';
import type { View } from './views';

export interface ImpactQuestion {
  readonly id: ComponentId;
  readonly output?: string | undefined;
  readonly depth: number;
  readonly limit: number;
  readonly waves: boolean;
}

/** @throws UnknownComponentError */
export async function answerImpact(
  view: View,
  { output, ...question }: ImpactQuestion,
): Promise<z.infer<typeof impactSchema>> {
  const found = await view.reader.impact({ ...question, ...(output === undefined ? {} : { output }) });
  const ids = found.items.map(({ id }) => id);
  const cards = new Map((await cardsOf(view, ids)).map((card) => [card.id, card]));
  return {
    ...found,
    head: headToAnswer(view.reader.head),
    rings: [...found.rings],
    items: found.items.flatMap(({ id, ...item }) => {
      const card = cards.get(id);
      return card ? [{ card, ...item }] : [];
    }),
    waves: found.waves?.map((wave) => [...wave]) ?? null,
    notAffected: [...found.notAffected],
    markdown: impactMarkdown(found),
  };
}
