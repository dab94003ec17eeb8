import type { ComponentType } from '../catalog';
import { pointerSegments } from '../config/pointer';
import { ChangedOutputs, everyOutput, LIKELY, NO_OUTPUT } from '../traverse/changed-outputs';

/** Whether a changed place and one that a module reads are the same, or one holds the other; `*` is any key. */
function touches(changed: string, read: string): boolean {
  const [a, b] = [pointerSegments(changed), pointerSegments(read)];
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  return short.every((part, index) => part === long[index] || part === '*' || long[index] === '*');
}

/**
 * Follows changed config keys through a module's expressions into its outputs. Certain where the module shows the
 * way; likely where an output comes from something that cannot be followed, or the module's outputs are not known.
 * @param module `undefined` where no module describes the type.
 * @param pointers of the effective config.
 */
export function changedOutputs(
  module: ComponentType | undefined,
  pointers: readonly string[],
): ChangedOutputs {
  if (pointers.length === 0) return NO_OUTPUT;
  if (module === undefined) return everyOutput('likely');
  const named = new Map<string, number>();
  for (const { key, from } of module.outputs) {
    if (from === 'all') named.set(key, LIKELY);
    else if (from.some((read) => pointers.some((pointer) => touches(pointer, read)))) named.set(key, 0);
  }
  return new ChangedOutputs(named, module.outputsKnown ? null : LIKELY);
}

/** Outputs that change with one place of a config; `null` is a place that is not known. */
export type OutputsFrom = (module: ComponentType | undefined, pointer: string | null) => ChangedOutputs;

/** Follows each place of each module once: thousands of consumers name their provider at the same one. */
export function outputsFromPlaces(): OutputsFrom {
  const known = new Map<ComponentType | undefined, Map<string | null, ChangedOutputs>>();
  return (module, pointer) => {
    const places = known.get(module) ?? new Map<string | null, ChangedOutputs>();
    known.set(module, places);
    const outputs =
      places.get(pointer) ?? (pointer === null ? everyOutput('likely') : changedOutputs(module, [pointer]));
    places.set(pointer, outputs);
    return outputs;
  };
}
