import { findNodeAtLocation, parseTree } from 'jsonc-parser';
import { ownAssertions } from '../assertions/own-assertions';
import { compareText, isEqual } from '../collections/equal';
import { NONE, orNone } from '../collections/none';
import type { Component } from '../component';
import { isObject, type JsonObject } from '../config/json';
import { lineAt } from '../config/parse-config';
import { pointerSegments } from '../config/pointer';
import { embeddedKeys } from '../facts/embedded-text';
import { facts } from '../facts/facts';
import { configName } from '../facts/parameter-path';
import { type Facts, type NamedReference, NO_FACTS } from '../facts/types';
import type { Finding } from '../finding';
import { type ComponentId, componentId, componentName, EXTERNAL_TYPE_PREFIX, isSegment } from '../ids';
import { worstStatus } from '../status';
import { subjects } from '../subjects';
import { componentFinding } from './component-finding';
import { type Context, configPath } from './context';
import { type Declared, readDeclared } from './declared';
import { driftFindings } from './drift';
import type { EnvironmentState } from './environments';
import { outputClaims } from './output-claims';
import { type LoadedPlacement, loadPlacements } from './placements';
import type { Node } from './state';

/** The part of a node that its own inputs decide, with the config that it was made from. */
export interface OwnFacts {
  readonly declared: Declared | null;
  readonly config: JsonObject | null;
  readonly facts: Facts;
  readonly factsKey: string;
}

/** The config of a component that only a parameter still tells of. */
function publishedConfig(context: Context, id: ComponentId, environment: EnvironmentState) {
  const { type, nickname } = componentName(id);
  if (type.startsWith(EXTERNAL_TYPE_PREFIX)) return null;
  const name = configName(type, nickname, environment.settings.prefix);
  for (const { id: placement } of environment.placements) {
    const entry = context.world.entry(subjects.parameter(placement, name));
    if (!entry) continue;
    const parameter: unknown = JSON.parse(context.world.content(entry.hash));
    const text = isObject(parameter) ? parameter.value : null;
    try {
      const config: unknown = typeof text === 'string' ? JSON.parse(text) : null;
      if (isObject(config)) return { config, hash: entry.hash, name };
    } catch {
      // What is published there is no config; the next placement may hold one.
    }
  }
  return null;
}

/** Reads what one component's config says; the facts of the step before are kept while their inputs are the same. */
export function readOwnFacts(context: Context, id: ComponentId, before: Node | undefined): OwnFacts {
  const { environment: name, type } = componentName(id);
  const environment = context.environment(name);
  const declared = readDeclared(context.world, id);
  const published = declared ? null : publishedConfig(context, id, environment);
  const config = declared ? declared.config : (published?.config ?? null);
  const factsKey = declared ? declared.hashes.join(' ') : (published?.hash ?? '');
  if (config === null || environment.settings.abstract)
    return { declared, config, facts: NO_FACTS, factsKey };
  if (before && before.factsKey === factsKey && context.isSettled(name, type)) {
    return { declared, config, facts: before.facts, factsKey };
  }
  const found = facts({
    config,
    type,
    module: context.module(name, type),
    conventions: environment.conventions,
    prefix: environment.settings.prefix,
    // `join` rather than `+`: a sum is kept as a tree of its parts, and evidence is kept for long.
    at: (pointer) => [declared ? declared.fileOf(pointer) : (published?.name ?? ''), '#', pointer].join(''),
  });
  return { declared, config, facts: { ...found, tags: context.shared(found.tags) }, factsKey };
}

function schemaFindings(
  context: Context,
  id: ComponentId,
  { declared, facts: { problems } }: OwnFacts,
): Finding[] {
  if (!declared) return [];
  return problems.map(({ pointer, reason, remedy }) =>
    componentFinding(id, 'invalid-config', {
      severity: 'error',
      locus: pointer,
      at: placeInFile(context, declared, pointer),
      reason,
      remedy,
      since: declared.since,
    }),
  );
}

/** File and line of a place in a config; file and pointer where its own file does not set it. */
function placeInFile({ world }: Context, { declaration, fileOf }: Declared, pointer: string): string {
  const text = world.content(declaration.hash);
  const tree = parseTree(text);
  const location = pointerSegments(pointer).map((part) => (/^\d+$/.test(part) ? Number(part) : part));
  const node = tree && findNodeAtLocation(tree, location);
  return node ? `${declaration.path}:${lineAt(text, node.offset)}` : `${fileOf(pointer)}#${pointer}`;
}

/** Texts in parameters that refer to others, such as OpenAPI definitions (rule 4). */
function textReferences(environment: EnvironmentState, type: string, placements: readonly LoadedPlacement[]) {
  const { textKeys, textTypes } = environment.conventions;
  if (!textTypes.has(type)) return NONE;
  const references = new Map<string, NamedReference>();
  for (const { name, text } of placements.flatMap(({ texts }) => texts)) {
    for (const { key, value, place } of embeddedKeys(text, textKeys)) {
      const target = textKeys.get(key);
      if (target === undefined || !isSegment(value)) continue;
      const at = `${name}#${place}`;
      const evidence = {
        rule: 'convention',
        at,
        matched: value,
        consumes: 'all',
        claim: null,
        crossesEnvironments: false,
      } as const;
      references.set(`${at} ${value}`, { types: [target], nickname: value, evidence });
    }
  }
  return [...references.values()];
}

/**
 * Makes the part of a node that needs no other component but for aliases.
 * @returns `null` where nothing is there for its own sake.
 */
export function buildNode(
  context: Context,
  id: ComponentId,
  own: OwnFacts,
  before: Node | undefined,
): Node | null {
  const { environment: name, type, nickname } = componentName(id);
  const environment = context.environment(name);
  const { declared, config } = own;
  const aliasIds = own.facts.aliases.map((alias) => componentId(name, alias.type, alias.nickname));
  const placements = loadPlacements(
    context,
    id,
    declared !== null,
    aliasIds,
    (other) => context.world.entry(subjects.declaration(name, configPath(other))) !== undefined,
  );
  if (!declared && placements.length === 0) return null;
  const module = context.module(name, type);
  const component: Component = {
    id,
    environment: name,
    type,
    nickname,
    status: worstStatus(
      placements.map(({ state }) => state.status),
      'declared',
    ),
    declaration: declared?.declaration ?? null,
    parents: declared?.parents ?? NONE,
    placements: orNone(placements.map(({ state }) => state)),
    aliases: orNone([...new Set(own.facts.aliases.map((alias) => alias.nickname))].sort(compareText)),
    owner: own.facts.owner,
    tags: own.facts.tags,
    abstract: environment.settings.abstract,
  };
  const texts = textReferences(environment, type, placements);
  const created = environment.settings.abstract
    ? NONE
    : outputClaims(placements, config, module, environment.conventions);
  return {
    own: before && isEqual(before.own, component) ? before.own : component,
    facts: own.facts,
    factsKey: own.factsKey,
    textReferences: texts,
    claims: created.length === 0 ? own.facts.claims : [...own.facts.claims, ...created],
    ownFindings: orNone([
      ...(declared?.findings ?? []),
      ...schemaFindings(context, id, own),
      ...driftFindings(
        { id, config, since: declared?.since ?? '', isDeclared: declared !== null, module, environment },
        placements,
      ),
      ...(environment.settings.abstract
        ? NONE
        : ownAssertions(environment.conventions, id, {
            declared,
            placements,
            lineOf: (pointer) => (declared ? placeInFile(context, declared, pointer) : ''),
          })),
    ]),
    targets: before?.targets ?? NONE,
    findings: before?.findings ?? NONE,
  };
}
