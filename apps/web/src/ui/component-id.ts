import { type ComponentId, parseComponentId } from '@karma/core';
import { z } from 'zod/mini';

/** Reads a component id from a URL or from what the browser keeps; the core's own schema would load all of zod. */
export const componentIdSchema = z.custom<ComponentId>(
  (id) => typeof id === 'string' && parseComponentId(id) !== undefined,
);
