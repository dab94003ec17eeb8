import {
  type ComponentId,
  type ComponentType,
  componentIdSchema,
  componentName,
  effectiveValues,
  isEqual,
  type JsonObject,
  parseConfig,
  pointerSegments,
} from '@karma/core';
import type { Edit } from '../draft/history';
import { type Surroundings, siblingsOf } from '../surroundings';
import { setValue } from '../text/edit-text';
import { newText } from '../text/new-text';
import { CommandError } from './errors';

/** Says why a component cannot have this id; `null` when it can. */
export function idProblem(id: string, surroundings: Surroundings): string | null {
  const parsed = componentIdSchema.safeParse(id);
  if (!parsed.success)
    return 'A name has 1 to 200 letters, digits and _ . + = @ - only, and does not start with a dot or a dash.';
  const { environment, nickname, type } = componentName(parsed.data);
  if (surroundings.components(environment).includes(parsed.data) || surroundings.text(parsed.data) !== null)
    return `${environment} has a ${type} named ${nickname} already.`;
  return null;
}

/** @throws CommandError when it cannot. */
export function assertFree(id: ComponentId, surroundings: Surroundings): void {
  const problem = idProblem(id, surroundings);
  if (problem !== null) throw new CommandError(problem);
}

/**
 * A new component: required keys, defaults, and what its siblings agree on, laid out as theirs. A required key that
 * nothing is known of holds `null`, which the plan asks to be filled.
 * @throws CommandError when the id is taken or not valid.
 */
export function createComponent(id: ComponentId, surroundings: Surroundings): Edit {
  assertFree(id, surroundings);
  const { environment, type } = componentName(id);
  const siblings = siblingsOf(id, surroundings).flatMap((sibling) => surroundings.text(sibling) ?? []);
  const text = filled(
    newText(agreedOn(siblings.map((sibling) => effectiveValues([sibling]))), siblings[0] ?? null),
    surroundings.type(environment, type),
  );
  return { label: `Create ${id}`, files: new Map([[id, text]]) };
}

/** Values at the top that at least two siblings have and all agree on, in the order of the first. */
function agreedOn([first, ...others]: readonly JsonObject[]): JsonObject {
  if (first === undefined || others.length === 0) return {};
  return Object.fromEntries(
    Object.entries(first).filter(([key, value]) => others.every((other) => isEqual(other[key], value))),
  );
}

/** The text with what its type requires or has a default for, as far as it does not say so yet. */
function filled(text: string, type: ComponentType | undefined): string {
  return (type?.keys ?? []).reduce((before, { pointer, required, default: preset }) => {
    const segments = pointerSegments(pointer);
    const isPlain = segments.length === 1 && !segments.includes('*');
    const parsed = parseConfig(before);
    const isSet = parsed.ok && Object.hasOwn(parsed.config, segments[0] ?? '');
    if (!isPlain || isSet || (!required && preset === undefined)) return before;
    return setValue(before, pointer, preset ?? null);
  }, text);
}
