import type { Declared } from '../build/declared';
import type { LoadedPlacement } from '../build/placements';
import type { CompiledConventions } from '../compile-conventions';
import { entriesOf } from '../config/json';
import { joinPointer, type Place, pointerSegments, valueAt } from '../config/pointer';
import type { Finding } from '../finding';
import type { ComponentId } from '../ids';
import { assertionsOn, failedAssertion } from './failed-assertion';

/** Every place that a pattern names, set or not; `*` stands for what is there. */
function placesOf(config: unknown, pattern: string): Place[] {
  let places: Place[] = [{ pointer: '', value: config }];
  for (const segment of pointerSegments(pattern)) {
    places = places.flatMap(({ pointer, value }) => {
      const keys = segment === '*' ? entriesOf(value).map(([key]) => key) : [segment];
      return keys.map((key) => ({
        pointer: joinPointer(pointer, key),
        value: valueAt(value, joinPointer('', key)),
      }));
    });
  }
  return places;
}

interface Own {
  readonly declared: Declared | null;
  readonly placements: readonly LoadedPlacement[];
  /** File and line of a place in its config. */
  readonly lineOf: (pointer: string) => string;
}

/**
 * Assertions on a component's own config and outputs that do not hold. Outputs are looked at where some are reported:
 * without evidence of a deployment nothing is known. A secret one has no value to look at.
 */
export function ownAssertions(
  conventions: CompiledConventions,
  id: ComponentId,
  { declared, placements, lineOf }: Own,
): Finding[] {
  return assertionsOn(conventions, id).flatMap((assertion) => {
    const { config: pattern, output } = assertion;
    if (pattern !== undefined && declared?.config) {
      const { config, since } = declared;
      return placesOf(config, pattern).flatMap(({ pointer, value }) =>
        failedAssertion(id, assertion, { what: pointer, value, at: lineOf(pointer), since }),
      );
    }
    if (output === undefined) return [];
    return placements.flatMap(({ state, outputs }) => {
      const found = outputs.find(({ key }) => key === output);
      if (state.outputs.length === 0 || (found && found.value === undefined)) return [];
      return failedAssertion(id, assertion, {
        what: `the output ${output}`,
        value: found?.value,
        at: state.runtime[0]?.name ?? null,
        since: state.deployedAt,
        placement: state.placement,
      });
    });
  });
}
