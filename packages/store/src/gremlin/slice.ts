import type { Component, ComponentId, Dependency, Finding } from '@karma/core';
import { z } from 'zod';
import { byEnds, byId } from '../order';
import type { Slice, SliceQuery } from '../ports';
import { lower, tagProperty, visible } from './elements';
import { __, P, TextP, type Traversal } from './language';
import type { Snapshot } from './snapshot';

const texts = z.array(z.string());
/** Ids were checked before they were written. */
export const componentIds = z.array(z.custom<ComponentId>((value) => typeof value === 'string'));

/** The components of a slice and what lies between them. See `GraphReader.slice`. Two round trips. */
export async function readSlice(snapshot: Snapshot, query: SliceQuery): Promise<Slice> {
  const states = () => __.V().has('collection', snapshot.names.collection('states'));
  const matching = () => narrowed(visible(states(), snapshot.write), snapshot.write, query);
  const { total, first } = await snapshot.read({
    total: matching().count(),
    first: matching().order().by('component').limit(query.limit).values('component'),
  });
  const parts = await readParts(snapshot, componentIds.parse(first));
  return { ...parts, total: z.number().parse(total?.[0]) };
}

/** Components, and the dependencies and findings among them. One round trip, none without ids. */
export async function readParts(
  snapshot: Snapshot,
  among: readonly ComponentId[],
): Promise<Omit<Slice, 'total'>> {
  if (among.length === 0) return { components: [], dependencies: [], findings: [] };
  const { names, write } = snapshot;
  const anchors = among.map((id) => names.component(id));
  const between = visible(__.V(...anchors).outE('depends_on'), write).where(
    __.inV().hasId(P.within(anchors)),
  );
  const answer = await snapshot.read({
    components: snapshot.states(among).values('body'),
    dependencies: between.values('body'),
    findings: visible(__.V(...anchors).in_('concerns'), write).values('body'),
  });
  return {
    components: bodies(answer.components)
      .map((body): Component => JSON.parse(body))
      .sort(byId),
    dependencies: bodies(answer.dependencies)
      .map((body): Dependency => JSON.parse(body))
      .sort(byEnds),
    findings: bodies(answer.findings)
      .map((body): Finding => JSON.parse(body))
      .sort(byId),
  };
}

export function bodies(found: readonly unknown[] | undefined): string[] {
  return texts.parse(found ?? []);
}

function narrowed(
  states: Traversal,
  write: number,
  { environment, types, statuses, tags = [], owner, findings, text }: SliceQuery,
): Traversal {
  let all = states;
  if (environment !== undefined) all = all.has('environment', environment);
  if (types !== undefined) all = all.has('type', P.within(types));
  if (statuses !== undefined) all = all.has('status', P.within(statuses));
  if (owner !== undefined) all = all.has('owner', owner);
  for (const tag of tags) all = hasTag(all, tag);
  if (text !== undefined) {
    const part = TextP.containing(lower(text));
    all = all.or(__.has('nicknameText', part), __.has('typeText', part));
  }
  if (findings !== undefined) {
    const found = visible(__.in_('state').in_('concerns'), write);
    all = all.where(findings.length === 0 ? found : found.has('kind', P.within(findings)));
  }
  return all;
}

function hasTag(states: Traversal, tag: string): Traversal {
  const at = tag.indexOf('=');
  return at < 0 ? states.has(tagProperty(tag)) : states.has(tagProperty(tag.slice(0, at)), tag.slice(at + 1));
}
