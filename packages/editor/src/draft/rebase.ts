import { type ComponentId, isEqual, parseConfig, valueAt } from '@karma/core';
import { differences } from '../text/differences';
import { removeValue, setValue } from '../text/edit-text';
import { type Draft, draftText, type Step } from './draft';

/** One place where the draft and Git changed the same thing, each in its own way. `undefined`: not there. */
export interface Collision {
  readonly id: ComponentId;
  /** JSON Pointer; empty for the file as a whole. */
  readonly pointer: string;
  readonly base: unknown;
  readonly mine: unknown;
  readonly theirs: unknown;
}

export interface Rebased {
  /** The draft on the new base; where it collides it keeps its own version. */
  readonly draft: Draft;
  readonly collisions: readonly Collision[];
}

/** Whether one of two places holds the other. */
function touches(a: string, b: string): boolean {
  return a === b || a.startsWith(`${b}/`) || b.startsWith(`${a}/`);
}

interface Merged {
  readonly text: string | null;
  readonly collisions: readonly Omit<Collision, 'id'>[];
}

/** What `mine` changed of `base`, on top of `theirs`. What both created collides wherever the two differ. */
function mergeText(base: string | null, mine: string | null, theirs: string | null): Merged {
  if (mine === base || mine === theirs) return { text: theirs, collisions: [] };
  const whole: Merged = { text: mine, collisions: [{ pointer: '', base, mine, theirs }] };
  if (mine === null || theirs === null) return whole;
  const [was, wanted, now] = [parseConfig(base ?? '{}'), parseConfig(mine), parseConfig(theirs)];
  if (!was.ok || !wanted.ok || !now.ok) return whole;

  const own = differences(base === null ? now.config : was.config, wanted.config);
  const others = base === null ? own : differences(was.config, now.config);
  const collisions: Omit<Collision, 'id'>[] = [];
  let text = theirs;
  for (const pointer of own) {
    const at = others.find((other) => touches(other, pointer)) ?? null;
    const place = at !== null && at.length < pointer.length ? at : pointer;
    const value = valueAt(wanted.config, place);
    const theirValue = valueAt(now.config, place);
    if (at !== null && !isEqual(value, theirValue))
      collisions.push({ pointer: place, base: valueAt(was.config, place), mine: value, theirs: theirValue });
    text = value === undefined ? removeValue(text, place) : setValue(text, place, value);
  }
  return { text, collisions };
}

/**
 * The draft on what Git has now: its changes, key by key, on the new texts. Every step is taken over, so that undo
 * still leads back through them, to the new base; steps that Git has by now are dropped.
 * @param inGit text of a component's config there, `null` where there is none.
 */
export function rebase(draft: Draft, inGit: (id: ComponentId) => string | null): Rebased {
  const collisions: Collision[] = [];
  const onto = new Map<ComponentId, (text: string | null) => string | null>();
  for (const { id, text: was } of draft.originals) {
    const now = inGit(id);
    onto.set(id, (mine) => (was === now ? mine : mergeText(was, mine, now).text));
    const current = draftText(draft, id);
    if (was === now || current === undefined) continue;
    for (const collision of mergeText(was, current, now).collisions) collisions.push({ id, ...collision });
  }
  const moved = (id: ComponentId, text: string | null) => onto.get(id)?.(text) ?? null;
  const steps: Step[] = [];
  let { position } = draft;
  for (const [index, step] of draft.steps.entries()) {
    const files = step.files
      .map(({ id, before, after }) => ({ id, before: moved(id, before), after: moved(id, after) }))
      .filter(({ before, after }) => before !== after);
    if (files.length > 0) steps.push({ ...step, files });
    else if (index < draft.position) position -= 1;
  }
  const originals = draft.originals.map(({ id }) => ({ id, text: inGit(id) }));
  return { draft: { ...draft, originals, steps, position }, collisions };
}
