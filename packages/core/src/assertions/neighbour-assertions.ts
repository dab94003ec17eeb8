import type { CompiledConventions } from '../compile-conventions';
import type { Dependency } from '../dependency';
import type { Finding } from '../finding';
import { type ComponentId, componentName } from '../ids';
import { assertionsOn, failedAssertion } from './failed-assertion';

const ALL = { dependsOn: 'that it depends on', usedBy: 'that depend on it' };
const WHICH = {
  dependsOn: (id: ComponentId) => `${id}, on which it depends,`,
  usedBy: (id: ComponentId) => `${id}, which depends on it,`,
};

/**
 * Assertions on what a component depends on, or on what depends on it, that do not hold: how many there are, and which.
 * What it inherits from is no neighbour.
 */
export function neighbourAssertions(
  conventions: CompiledConventions,
  id: ComponentId,
  relation: 'dependsOn' | 'usedBy',
  since: string | null,
  dependencies: () => Iterable<Dependency>,
): Finding[] {
  const assertions = assertionsOn(conventions, id).filter((assertion) => assertion[relation] !== undefined);
  if (assertions.length === 0) return [];
  const neighbours = [...dependencies()]
    .filter(({ evidence }) => evidence.some(({ rule }) => rule !== 'extends'))
    .map(({ from, to }) => (relation === 'dependsOn' ? to : from))
    .sort();
  return assertions.flatMap((assertion) => {
    const { [relation]: type, equals, oneOf, matches, atLeast, atMost, absent, optional } = assertion;
    const ids = type === '*' ? neighbours : neighbours.filter((other) => componentName(other).type === type);
    const seen = { at: null, since };
    const what = `the number of components ${type === '*' ? '' : `of type ${type} `}${ALL[relation]}`;
    const count =
      ids.length === 0 && optional
        ? []
        : failedAssertion(
            id,
            assertion,
            { what, value: ids.length, ...seen },
            { atLeast, atMost, ...(absent && { equals: 0 }) },
          );
    const each = ids.flatMap((other) =>
      failedAssertion(
        id,
        assertion,
        { what: WHICH[relation](other), value: other, ...seen },
        { equals, oneOf, matches },
      ),
    );
    return [...count, ...each];
  });
}
