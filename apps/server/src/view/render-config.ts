import { type ComponentId, effectiveConfig } from '@karma/core';
import type { Store } from '@karma/store';
import { configLayers } from './config-layers';
import { NotFoundError } from './not-found-error';
import type { View } from './views';

/** The effective config of a component; `null` when it is declared nowhere. @throws NotFoundError */
export async function renderConfig(
  store: Store,
  { reader }: View,
  id: ComponentId,
): Promise<Readonly<Record<string, unknown>> | null> {
  const component = await reader.component(id);
  if (!component) throw new NotFoundError(`There is no component ${id}.`);
  if (!component.declaration) return null;
  const parents = await reader.components(component.parents);
  const hashes = [component, ...parents].flatMap(({ declaration }) => declaration?.hash ?? []);
  return effectiveConfig(configLayers(component, parents, await store.log.contents(hashes))).config;
}
