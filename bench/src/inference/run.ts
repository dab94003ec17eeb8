import {
  build,
  contentHash,
  createWorld,
  placementId,
  RULES,
  type Rule,
  type Subject,
  subjects,
} from '@karma/core';
import type { InferenceCase } from './case';

const ENVIRONMENTS = {
  prod: placementId('111111111111', 'eu-west-1'),
  dev: placementId('222222222222', 'eu-west-1'),
};

function fullName(name: string): string {
  return name.split('/').length === 3 ? name : `prod/${name}`;
}

function worldOf(test: InferenceCase) {
  const contents = new Map<string, string>();
  const world = createWorld((hash) => contents.get(hash));
  const changes: { subject: Subject; hash: string }[] = [];
  const put = (subject: Subject, content: object) => {
    const text = JSON.stringify(content);
    const hash = contentHash(text);
    contents.set(hash, text);
    changes.push({ subject, hash });
  };
  for (const [name, placement] of Object.entries(ENVIRONMENTS)) {
    const [account, region] = placement.split('/');
    put(subjects.environment(name), {
      name,
      prefix: test.prefix ?? '/iac',
      placements: [{ name, account, region }],
    });
    if (test.conventions) put(subjects.conventions(name), test.conventions);
    for (const [type, rest] of Object.entries(test.types ?? {})) {
      put(subjects.type(name, type), {
        name: type,
        description: null,
        keys: [],
        references: [],
        outputs: [],
        outputsKnown: false,
        aliases: [],
        problems: [],
        files: [],
        ...rest,
      });
    }
    const parameters = name === 'prod' ? test.parameters : test.devParameters;
    for (const [path, value] of Object.entries(parameters ?? {})) {
      put(subjects.parameter(placement, path), {
        type: 'String',
        value: typeof value === 'string' ? value : JSON.stringify(value),
      });
    }
  }
  for (const [name, config] of Object.entries(test.configs)) {
    const id = fullName(name);
    put(subjects.declaration(id.split('/')[0] ?? '', `iac/${id}/config.json`), config);
  }
  const at = '2026-01-01T00:00:00.000Z';
  world.observe({ source: 'cases', key: 'cases:1', actor: null, at, message: '', observedAt: at, changes });
  return world;
}

export interface CaseResult {
  readonly test: InferenceCase;
  /** `<consumer> > <provider> : <rule>`, sorted. */
  readonly expected: readonly string[];
  readonly found: readonly string[];
}

/** Builds the world of one case and reads its edges, one for each rule that gives evidence. */
export function runCase(test: InferenceCase): CaseResult {
  const expected = test.expected.map((edge) => {
    const [ends = '', rule = test.rule] = edge.split(' : ');
    return `${ends.split(' > ').map(fullName).join(' > ')} : ${rule}`;
  });
  const found = new Set<string>();
  for (const { from, to, evidence } of build(worldOf(test)).graph.dependencies.values()) {
    for (const { rule } of evidence) found.add(`${from} > ${to} : ${rule}`);
  }
  return { test, expected: expected.sort(), found: [...found].sort() };
}

export interface Score {
  readonly rule: Rule | 'overall';
  readonly cases: number;
  readonly expected: number;
  readonly precision: number;
  readonly recall: number;
}

/** Precision and recall for each rule, then over all; edges count by the rule that they are labelled with. */
export function score(results: readonly CaseResult[]): Score[] {
  const scoreOf = (rule: Rule | 'overall'): Score => {
    const counts = (edges: readonly string[]) =>
      edges.filter((edge) => rule === 'overall' || edge.endsWith(` : ${rule}`));
    let expected = 0;
    let found = 0;
    let right = 0;
    for (const result of results) {
      const wanted = new Set(counts(result.expected));
      const got = counts(result.found);
      expected += wanted.size;
      found += got.length;
      right += got.filter((edge) => wanted.has(edge)).length;
    }
    return {
      rule,
      cases: results.filter(({ test }) => rule === 'overall' || test.rule === rule).length,
      expected,
      precision: found === 0 ? 1 : right / found,
      recall: expected === 0 ? 1 : right / expected,
    };
  };
  return [...RULES, 'overall' as const].map(scoreOf);
}
