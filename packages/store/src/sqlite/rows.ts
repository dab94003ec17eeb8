import type { ComponentId, Subject } from '@karma/core';
import { z } from 'zod';

const isText = (value: unknown) => typeof value === 'string';

/** Ids and subjects were checked before they were written. */
export const idColumn = z.custom<ComponentId>(isText);
export const subjectColumn = z.custom<Subject>(isText);

/** A row that holds one JSON document, written by this adapter. */
export const bodyRow = z.object({ body: z.string() });

export const idRow = z.object({ id: idColumn });

export const numberRow = z.object({ number: z.number() });

export const headRow = z.object({
  generation: z.number(),
  revision: z.number(),
  key: z.string(),
  observations: z.number(),
});
