import {
  type Component,
  componentId,
  type Dependency,
  dependencyKey,
  type Finding,
  type Graph,
} from '@karma/core';
import { appendOf, observationOf, revisionsOf } from '../contract/history';
import type { Append, Head } from '../ports';

export function componentOf(nickname: string, step = 0): Component {
  return {
    id: componentId('prod', 'lambda', nickname),
    environment: 'prod',
    type: 'lambda',
    nickname,
    status: 'declared',
    declaration: null,
    parents: [],
    placements: [],
    aliases: [],
    owner: 'ann',
    tags: { step: `${step}` },
    abstract: false,
  };
}

export function dependencyOf(from: string, to: string): Dependency {
  return {
    from: componentId('prod', 'lambda', from),
    to: componentId('prod', 'lambda', to),
    confidence: 'declared',
    ambiguous: false,
    consumes: 'all',
    evidence: [],
  };
}

function findingOn(nickname: string, step: number): Finding {
  return {
    id: `finding ${nickname}`,
    kind: 'invalid-json',
    severity: 'warning',
    component: componentId('prod', 'lambda', nickname),
    environment: 'prod',
    type: null,
    placement: null,
    at: null,
    reason: `Step ${step}.`,
    remedy: 'Look.',
    since: null,
    comparisons: [],
  };
}

interface Parts {
  readonly components: readonly Component[];
  readonly dependencies?: readonly Dependency[];
  readonly findings?: readonly Finding[];
}

export function graphOf({ components, dependencies = [], findings = [] }: Parts): Graph {
  return {
    components: new Map(components.map((each) => [each.id, each])),
    dependencies: new Map(dependencies.map((each) => [dependencyKey(each.from, each.to), each])),
    findings: new Map(findings.map((each) => [each.id, each])),
  };
}

/** A chain of components, each depending on the one before, in which everything says which step it is of. */
export function chain(size: number, step = 0): Graph {
  const nicknames = Array.from({ length: size }, (_, index) => `n${index}`);
  return graphOf({
    components: nicknames.map((nickname) => componentOf(nickname, step)),
    dependencies: nicknames.slice(1).map((nickname, index) => ({
      ...dependencyOf(nickname, `n${index}`),
      consumes: [`step ${step}`],
    })),
    findings: nicknames.slice(0, 3).map((nickname) => findingOn(nickname, step)),
  });
}

/** An append that leads from one graph to another, and says of itself which it is. */
export function stepTo(head: Head, before: Graph, after: Graph): Append {
  const key = `git:${head.observations + 1}`;
  return appendOf({
    observations: [observationOf(key)],
    contents: new Map([[key, key]]),
    cursors: new Map([['git:main', key]]),
    revisions: revisionsOf([after], before, head.revision),
  });
}
