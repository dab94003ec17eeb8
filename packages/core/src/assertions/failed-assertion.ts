import { componentFinding } from '../build/component-finding';
import type { CompiledConventions } from '../compile-conventions';
import { canonicalJson } from '../config/json';
import type { Finding } from '../finding';
import { type ComponentId, componentName, type PlacementId } from '../ids';
import type { Assertion, Expectation } from './assertion';
import { expectationText, isAsExpected } from './expectation';

/** What must hold for a component, by the conventions of its environment. */
export function assertionsOn({ assertions }: CompiledConventions, id: ComponentId): readonly Assertion[] {
  if (assertions.size === 0) return [];
  const { environment, type } = componentName(id);
  return [...(assertions.get(type) ?? []), ...(assertions.get('*') ?? [])].filter(
    ({ environments }) => environments === undefined || environments.includes(environment),
  );
}

/** What an assertion is held against. */
export interface Seen {
  /** For people: `/backup_days`, `the output endpoint`. */
  readonly what: string;
  /** `undefined` where nothing is set. */
  readonly value: unknown;
  readonly at: string | null;
  readonly since: string | null;
  readonly placement?: PlacementId;
}

/** The finding that an assertion does not hold; none where it does. */
export function failedAssertion(
  id: ComponentId,
  assertion: Assertion,
  { what, value, placement, at, since }: Seen,
  expectation: Expectation = assertion,
): Finding[] {
  if (isAsExpected(value, expectation)) return [];
  const expected = expectationText(expectation);
  return [
    componentFinding(id, 'failed-assertion', {
      severity: assertion.severity,
      locus: [assertion.name, what, placement].filter(Boolean).join('|'),
      placement: placement ?? null,
      at,
      since,
      reason: `“${assertion.name}” does not hold: ${what}${value === undefined ? ' is not set, and' : ''} has to be ${expected}.`,
      remedy: assertion.remedy ?? 'Change what it looks at, or the assertion in karma.conventions.json.',
      comparisons: [{ label: what, expected, actual: value === undefined ? null : canonicalJson(value) }],
    }),
  ];
}
