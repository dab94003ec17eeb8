import { estimateReach } from '../traverse/reach-estimate';
import type { Network } from './network';
import type { VisibleComponent } from './types';

/** What one finding weighs. */
const FINDING = { error: 10, warning: 3, info: 0.5 } as const;
/** What a change weighs on the day of the last one in the slice; half of it a week before. */
const CHANGE = 4;
const WEEK = 7 * 24 * 3600 * 1000;
/** What the blast radius weighs when it takes in the whole slice. */
const REACH = 10;

/** How much each component matters to who looks at the slice: findings, recent change, blast radius. */
export function matterOf(components: readonly VisibleComponent[], network: Network): Float64Array {
  const reach = estimateReach({
    capacity: components.length,
    nodes: components.keys(),
    next: (number) => network.downstream[number] ?? [],
  });
  const changes = components.map(({ changedAt }) =>
    changedAt === null ? Number.NEGATIVE_INFINITY : Date.parse(changedAt),
  );
  const latest = changes.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY);
  return Float64Array.from(components, ({ findings }, number) => {
    const age = latest - (changes[number] ?? Number.NEGATIVE_INFINITY);
    return (
      findings.error * FINDING.error +
      findings.warning * FINDING.warning +
      findings.info * FINDING.info +
      (latest === Number.NEGATIVE_INFINITY ? 0 : CHANGE * 2 ** (-age / WEEK)) +
      (REACH * ((reach[number] ?? 1) - 1)) / components.length
    );
  });
}
