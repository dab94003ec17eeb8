import {
  type Component,
  type ComponentId,
  effectiveConfig,
  type ParameterState,
  type PlacementState,
} from '@karma/core';
import type { Store } from '@karma/store';
import type { z } from 'zod';
import type { componentDetailSchema, parameterStateSchema } from '../api/schemas/graph';
import { configLayers } from './config-layers';
import { cardsOf, dependencyToDetail, findingToAnswer, headToAnswer, summaryToAnswer } from './mappings';
import { NotFoundError } from './not-found-error';
import { outputsOf } from './output-values';
import type { View } from './views';

const HISTORY = 20;

type Detail = z.infer<typeof componentDetailSchema>;
type PlacementDetail = Detail['placements'][number];

/** All that is known of one component. @throws NotFoundError */
export async function componentDetail(store: Store, view: View, id: ComponentId): Promise<Detail> {
  const { reader } = view;
  const component = await reader.component(id);
  if (!component) throw new NotFoundError(`There is no component ${id}.`);
  const [card] = await cardsOf(view, [id]);
  if (!card) throw new NotFoundError(`There is no component ${id}.`);
  const parents = await reader.components(component.parents);
  const contents = await store.log.contents(hashesOf([component, ...parents]));
  const dependencies = await reader.dependencies(id, 'both');
  const heirs = dependencies.filter(
    ({ to, evidence }) => to === id && evidence.some(({ rule }) => rule === 'extends'),
  );
  const { declaration } = component;
  return {
    head: headToAnswer(reader.head),
    card,
    declaration: declaration && {
      path: declaration.path,
      text: contents.get(declaration.hash) ?? '',
      origin: declaration.origin,
    },
    parents: [...component.parents],
    heirs: heirs.map(({ from }) => from),
    aliases: [...component.aliases],
    effective: effectiveRows(component, parents, contents),
    placements: component.placements.map((placement) => placementToDetail(view, placement, contents)),
    upstream: dependencies.filter(({ from }) => from === id).map(dependencyToDetail),
    downstream: dependencies.filter(({ to }) => to === id).map(dependencyToDetail),
    findings: (await reader.findings({ component: id })).map(findingToAnswer),
    history: (
      await store.log.revisions({ component: id, before: reader.head.revision + 1, limit: HISTORY })
    ).map(summaryToAnswer),
  };
}

function effectiveRows(...of: Parameters<typeof configLayers>): Detail['effective'] {
  return effectiveConfig(configLayers(...of)).keys.map(({ pointer, value, from, file }) => ({
    pointer,
    value: JSON.stringify(value),
    from,
    file,
  }));
}

function hashesOf(components: readonly Component[]): string[] {
  const hashes = components.flatMap(({ declaration, placements }) => [
    ...(declaration ? [declaration.hash] : []),
    ...placements.flatMap(({ runtime }) => runtime.map(({ hash }) => hash)),
  ]);
  return [...new Set(hashes)];
}

function placementToDetail(
  view: View,
  { placement, status, publication, deployedAt, evidence = [], runtime }: PlacementState,
  contents: ReadonlyMap<string, string>,
): PlacementDetail {
  return {
    placement,
    name: view.placementName(placement),
    status,
    publication: publication && parameterToState(publication),
    deployedAt,
    evidence: evidence.map(({ hash: _, ...told }) => told),
    runtime: runtime.map(parameterToState),
    outputs: runtime
      .flatMap((parameter) => outputsOf(parameter, contents.get(parameter.hash)))
      .sort((a, b) => (a.key < b.key ? -1 : 1)),
  };
}

function parameterToState({ name, type, origin }: ParameterState): z.infer<typeof parameterStateSchema> {
  return { name, type, origin };
}
