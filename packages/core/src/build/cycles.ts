import type { Finding } from '../finding';
import type { ComponentId } from '../ids';
import type { Subject } from '../observation';
import type { Context } from './context';

export function updateCycles(
  _context: Context,
  _edges: readonly (readonly [ComponentId, ComponentId])[],
): [Subject, readonly Finding[]][] {
  return [];
}
