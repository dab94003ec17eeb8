import { type ComponentId, componentName } from '@karma/core';
import type { DraftFile } from '@karma/editor';
import type { Card, PlanView } from '../../api/types';
import { dependencySelection } from '../../app/view';
import type { Emphasis, Role } from '../../canvas/emphasis';
import type { Mark, Patch } from '../../canvas/patch/patch';

/** The marks of the plan's words. */
const MARKS = { created: 'added', changed: 'changed', inherited: 'changed', removed: 'removed' } as const;

/**
 * What a draft makes of the graph on screen. What the draft creates or removes is there at once; what follows from it
 * comes with the plan.
 * @param before the last patch, whose cards stay the same objects where they are equal.
 * @param hasPlace whether it is known where a created component stands; else it waits for the plan, whose arrows say.
 */
export function patchOf(
  files: readonly DraftFile[],
  plan: PlanView | undefined,
  before: Patch,
  hasPlace: (id: ComponentId) => boolean,
): Omit<Patch, 'targets' | 'hit'> {
  const cards = new Map<ComponentId, Card>();
  const marks = new Map<string, Mark>();
  const put = (card: Card) => {
    const old = before.cards.get(card.id);
    cards.set(card.id, old && JSON.stringify(old) === JSON.stringify(card) ? old : card);
  };
  const edited = new Map(files.map((file) => [file.id, file]));
  for (const { before: was, after } of plan?.changes.components ?? []) {
    const card = after ?? was;
    // An answer on files that are no longer part of the draft says nothing of them.
    const isGone = card && was === null && after?.status !== 'missing' && !edited.has(card.id);
    if (card && !isGone) put(edited.get(card.id)?.after === null && was ? was : card);
  }
  for (const { id, kind } of plan?.components ?? [])
    if (kind === 'inherited' || edited.has(id)) marks.set(id, MARKS[kind]);
  for (const { id, before: was, after } of files) {
    if (was === null && !cards.has(id) && hasPlace(id)) put(draftCard(id));
    marks.set(id, was === null ? 'added' : after === null ? 'removed' : 'changed');
  }
  const changes = plan?.changes.dependencies ?? [];
  for (const { before: was, after } of changes) {
    const edge = after ?? was;
    if (edge) marks.set(dependencySelection(edge.from, edge.to), markOf(was, after));
  }
  return {
    cards,
    marks,
    edges: changes.flatMap(({ before: was, after }) => after ?? was ?? []),
    reach: plan && plan.impact.total > 0 ? { ...reachOf(plan.components, plan.impact), rest: 'plain' } : null,
  };
}

const markOf = (was: unknown, after: unknown): Mark =>
  was === null ? 'added' : after === null ? 'removed' : 'changed';

/** The card of a component that the draft creates, before its plan is there. */
function draftCard(id: ComponentId): Card {
  return {
    id,
    ...componentName(id),
    status: 'declared',
    owner: null,
    tags: {},
    abstract: false,
    findings: { error: 0, warning: 0, info: 0 },
    placements: [],
    changedAt: null,
  };
}

/** A blast radius as it is traced, from the components of `starts`. */
export function reachOf(
  starts: readonly { readonly id: ComponentId }[],
  impact: PlanView['impact'],
): Emphasis {
  const roles = new Map<string, Role>(impact.items.map(({ id, certainty }) => [id, certainty]));
  for (const { id } of starts) if (!roles.has(id)) roles.set(id, 'self');
  return {
    components: roles,
    edges: new Map(impact.items.map(({ id, via, certainty }) => [dependencySelection(id, via), certainty])),
    distances: new Map(impact.items.map(({ id, distance }) => [id, distance])),
  };
}
