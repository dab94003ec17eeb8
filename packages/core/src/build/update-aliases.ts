import { type ComponentId, componentId, componentName } from '../ids';
import { subjects } from '../subjects';
import { type OwnFacts, readOwnFacts } from './build-node';
import { configPath } from './context';
import { markConsumers } from './dirty';
import type { Run } from './run';
import type { Node } from './state';

function aliasIds(environment: string, facts: Node['facts'] | undefined): ComponentId[] {
  return (facts?.aliases ?? []).map(({ type, nickname }) => componentId(environment, type, nickname));
}

/** Brings the index of aliases up to date first: who owns a name decides whose parameters stand under it. */
export function updateAliases({ context, state, scope, dirty }: Run): Map<ComponentId, OwnFacts> {
  const read = new Map<ComponentId, OwnFacts>();
  const names = new Set<ComponentId>();
  for (const id of dirty.nodes) {
    const { environment, type } = componentName(id);
    const before = state.nodes.get(id);
    const isDeclared = context.world.entry(subjects.declaration(environment, configPath(id))) !== undefined;
    if (isDeclared !== Boolean(before?.own.declaration)) names.add(id);
    const mayPublishAliases =
      scope.environment(environment).conventions.aliases.has(type) ||
      (context.module(environment, type)?.aliases.length ?? 0) > 0;
    if (!mayPublishAliases && !before?.facts.aliases.length) continue;
    const own = readOwnFacts(context, id, before);
    read.set(id, own);
    const owners = aliasIds(environment, before?.facts);
    for (const name of owners) for (const owner of state.aliases.get(name)) if (owner !== id) names.add(name);
    for (const name of state.aliases.move(id, owners, aliasIds(environment, own.facts))) names.add(name);
  }
  for (const name of names) {
    dirty.nodes.add(name);
    for (const owner of state.aliases.get(name)) dirty.nodes.add(owner);
    markConsumers(state, name, dirty.resolve);
  }
  return read;
}
