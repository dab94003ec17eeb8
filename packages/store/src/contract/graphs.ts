import {
  type Component,
  type ComponentId,
  componentId,
  componentName,
  type Dependency,
  dependencyKey,
  FINDING_KINDS,
  type Finding,
  type Graph,
  SEVERITIES,
  STATUSES,
} from '@karma/core';
import fc from 'fast-check';

/** Every id that a random graph may hold; any of them may be absent. */
export const IDS: readonly ComponentId[] = ['dev', 'prod'].flatMap((environment) =>
  ['lambda', 'serverless-api'].flatMap((type) =>
    ['Main', 'b'].map((nickname) => componentId(environment, type, nickname)),
  ),
);

export const anyId = fc.constantFrom(...IDS);

const origin = { key: 'git:1', actor: 'ann', at: '2026-01-01T00:00:00.000Z', message: 'Größe “ändern”' };

function componentWith(id: ComponentId): fc.Arbitrary<Component> {
  const { environment, type, nickname } = componentName(id);
  return fc.record({
    id: fc.constant(id),
    environment: fc.constant(environment),
    type: fc.constant(type),
    nickname: fc.constant(nickname),
    status: fc.constantFrom(...STATUSES),
    declaration: fc.constantFrom(null, { path: `iac/${id}/config.json`, hash: 'a1', origin }),
    parents: fc.subarray([...IDS], { maxLength: 1 }),
    placements: fc.constant([]),
    aliases: fc.subarray(['x', 'y']),
    owner: fc.constantFrom(null, 'ann', 'bob'),
    tags: fc.dictionary(fc.constantFrom('team', 'tier'), fc.constantFrom('a', 'b')),
    abstract: fc.boolean(),
  });
}

function dependenciesAmong(ids: readonly ComponentId[]): fc.Arbitrary<Dependency[]> {
  if (ids.length === 0) return fc.constant([]);
  const end = fc.constantFrom(...ids);
  const dependency: fc.Arbitrary<Dependency> = fc.record({
    from: end,
    to: end,
    confidence: fc.constantFrom('declared' as const, 'inferred' as const),
    ambiguous: fc.boolean(),
    consumes: fc.constantFrom<Dependency['consumes'][]>('all', ['arn'], ['arn', 'url']),
    evidence: fc.constant([]),
  });
  return fc.array(dependency, { maxLength: 14 });
}

const finding: fc.Arbitrary<Finding> = fc.record({
  id: fc.constantFrom('f1', 'f2', 'f3', 'f4', 'f|ü|5'),
  kind: fc.constantFrom(...FINDING_KINDS.slice(0, 3)),
  severity: fc.constantFrom(...SEVERITIES),
  component: fc.option(anyId),
  environment: fc.constantFrom('dev', 'prod'),
  type: fc.constant(null),
  placement: fc.constant(null),
  at: fc.constant(null),
  reason: fc.string({ unit: 'grapheme' }),
  remedy: fc.constant('Look.'),
  since: fc.constant(null),
  comparisons: fc.constant([{ label: 'value', expected: '1', actual: null }]),
});

/** Graphs of up to eight components in two environments, with loops, cycles and islands. */
export const graphs: fc.Arbitrary<Graph> = fc.subarray([...IDS]).chain((ids) =>
  fc
    .tuple(fc.tuple(...ids.map(componentWith)), dependenciesAmong(ids), fc.array(finding, { maxLength: 6 }))
    .map(([components, dependencies, findings]) => ({
      components: new Map(components.map((value) => [value.id, value])),
      dependencies: new Map(dependencies.map((value) => [dependencyKey(value.from, value.to), value])),
      findings: new Map(findings.map((value) => [value.id, value])),
    })),
);
