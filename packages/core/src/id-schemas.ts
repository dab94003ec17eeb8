import { z } from 'zod';
import { type ComponentId, type PlacementId, parseComponentId, SEGMENT } from './ids';

// Apart from the ids themselves: the browser names ids everywhere and parses them without the whole of zod.

export const segmentSchema = z
  .string()
  .regex(SEGMENT, '1 to 200 letters, digits and _ . + = @ - only, not starting with a dot or a dash');

export const componentIdSchema = z
  .string()
  .refine((text) => parseComponentId(text) !== undefined, 'expected <environment>/<type>/<nickname>')
  .transform((text) => text as ComponentId);

export const placementIdSchema = z
  .string()
  .regex(/^[^/|]+\/[^/|]+$/, 'expected <account>/<region>')
  .transform((text) => text as PlacementId);
