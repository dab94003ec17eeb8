import {
  type Component,
  type ComponentId,
  componentId,
  type Dependency,
  type DependencyKey,
  dependencyKey,
  type Graph,
} from '@karma/core';

const TYPES = ['vpc', 'route53-zone', 'rds', 'lambda', 'serverless-api', 'serverless-site'];
const HUBS = 50;

/** The same numbers in every run. */
function randomNumbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

function componentOf(index: number): Component {
  const type = TYPES[index % TYPES.length] ?? 'lambda';
  const nickname = `component-${index}`;
  const id = componentId(['dev', 'qa', 'prod'][index % 3] ?? 'dev', type, nickname);
  const origin = {
    key: `git:${index}`,
    actor: 'ann@example.com',
    at: '2026-01-01T00:00:00.000Z',
    message: 'Add it',
  };
  return {
    id,
    environment: id.slice(0, id.indexOf('/')),
    type,
    nickname,
    status: 'declared',
    declaration: { path: `iac/${id}/config.json`, hash: `hash-${index}`, origin },
    parents: [],
    placements: [],
    aliases: [],
    owner: `team-${index % 40}`,
    tags: { team: `team-${index % 40}`, tier: `${index % 4}` },
    abstract: false,
  };
}

function dependencyOf(from: ComponentId, to: ComponentId, kind: number): Dependency {
  const consumes = kind < 0.5 ? ('all' as const) : ['arn', 'id'];
  return {
    from,
    to,
    confidence: kind < 0.2 ? 'inferred' : 'declared',
    ambiguous: kind > 0.98,
    consumes,
    evidence: [
      {
        rule: 'nickname',
        at: `iac/${from}/config.json#/nickname`,
        matched: to,
        consumes,
        claim: null,
        crossesEnvironments: false,
      },
    ],
  };
}

/** Layers over some hubs: 1.6 dependencies a component, 3 % of them closing cycles. */
export function syntheticGraph(size: number): Graph {
  const random = randomNumbers(42);
  const components = Array.from({ length: size }, (_, index) => componentOf(index));
  const dependencies = new Map<DependencyKey, Dependency>();
  while (dependencies.size < size * 1.6) {
    const consumer = 1 + Math.floor(random() * (size - 1));
    const provider = Math.floor(random() * (random() < 0.4 ? Math.min(HUBS, consumer) : consumer));
    const [from, to] = random() < 0.03 ? [provider, consumer] : [consumer, provider];
    const [a, b] = [components[from], components[to]];
    if (!a || !b) continue;
    dependencies.set(dependencyKey(a.id, b.id), dependencyOf(a.id, b.id, random()));
  }
  return {
    components: new Map(components.map((each) => [each.id, each])),
    dependencies,
    findings: new Map(),
  };
}
