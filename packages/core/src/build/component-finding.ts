import type { Finding, FindingKind } from '../finding';
import { type ComponentId, componentName } from '../ids';

type Details = Pick<Finding, 'severity' | 'reason' | 'remedy'> &
  Partial<Pick<Finding, 'placement' | 'at' | 'since' | 'comparisons'>> & {
    /** What tells it from others of its kind on the same component; the place by default. */
    readonly locus?: string;
  };

/** A finding on one component. */
export function componentFinding(id: ComponentId, kind: FindingKind, details: Details): Finding {
  const { locus, placement = null, at = null, since = null, comparisons = [], ...said } = details;
  const { environment } = componentName(id);
  return {
    id: `${kind}|${id}|${locus ?? placement ?? at ?? ''}`,
    kind,
    component: id,
    environment,
    type: null,
    placement,
    at,
    since,
    comparisons,
    ...said,
  };
}
