import { compareText } from '../collections/equal';
import { type ComponentId, componentId, componentName } from '../ids';
import type { Context } from './context';

/** Whom a name means. */
export interface Resolved {
  /** One, or several where more than one component publishes under the name. */
  readonly ids: readonly ComponentId[];
  readonly isMissing: boolean;
}

function find(context: Context, id: ComponentId): Resolved | null {
  const node = context.state.nodes.get(id);
  if (node?.own.declaration) return { ids: [id], isMissing: false };
  const owners = [...context.state.aliases.get(id)].sort(compareText);
  if (owners.length > 0) return { ids: owners, isMissing: false };
  return node ? { ids: [id], isMissing: false } : null;
}

/** A declared component first, then whoever publishes under the name as an alias, then what only parameters tell of. */
export function resolveName(
  context: Context,
  environment: string,
  types: readonly string[],
  nickname: string,
): Resolved {
  const ids = types.map((type) => componentId(environment, type, nickname));
  for (const id of ids) {
    const found = find(context, id);
    if (found) return found;
  }
  return { ids: ids.slice(0, 1), isMissing: true };
}

/** Components of that name in other environments, as a hint. */
export function environmentsWith(context: Context, id: ComponentId): ComponentId[] {
  const { environment, type, nickname } = componentName(id);
  return context
    .environmentNames()
    .filter((name) => name !== environment)
    .map((name) => componentId(name, type, nickname))
    .filter((other) => context.state.nodes.get(other) !== undefined);
}
