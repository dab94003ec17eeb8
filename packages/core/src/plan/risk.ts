import { componentName } from '../ids';
import type { PlanFinding } from './findings';
import { isProduction } from './production';
import type { PlannedComponent, PlannedImpact } from './types';

export const RISK_LEVELS = ['low', 'medium', 'high'] as const;
export type RiskLevel = (typeof RISK_LEVELS)[number];

/** One reason why a change is risky. */
export interface RiskFactor {
  readonly name: 'production' | 'reach' | 'removal' | 'dependents' | 'uncertainty' | 'drift';
  /** The most points that it can give. */
  readonly weight: number;
  /** 0 to 1. */
  readonly value: number;
  /** What was seen, for people. */
  readonly why: string;
}

/** How careful to be. The same in browser, command line and pull request. */
export interface Risk {
  /** 0 to 100: the sum over the factors of weight × value, rounded. */
  readonly score: number;
  readonly level: RiskLevel;
  /** All of them, in a fixed order; the weights add up to 100. */
  readonly factors: readonly RiskFactor[];
}

const MEDIUM_FROM = 25;
const HIGH_FROM = 60;
/** As many affected components give all points for reach; on the way there, ten times as many give twice the points. */
const FULL_REACH = 100;
const FULL_DEPENDENTS = 20;

const plural = (count: number, one: string, many = `${one}s`) => `${count} ${count === 1 ? one : many}`;

export function riskOf(
  components: readonly PlannedComponent[],
  impact: PlannedImpact,
  findings: readonly PlanFinding[],
): Risk {
  const inProduction = (ids: readonly { readonly id: PlannedComponent['id'] }[]) =>
    ids.filter(({ id }) => isProduction(componentName(id).environment)).length;
  const edited = inProduction(components);
  const affected = inProduction(impact.items);
  const removed = components.filter(({ kind }) => kind === 'removed').length;
  const missed = findings.filter(({ kind }) => kind === 'removes-provider').length;
  const unsure = impact.byCertainty.likely + impact.byCertainty.possible;
  const drifted = findings.filter(({ kind }) => kind === 'drifted').length;
  const direct = impact.rings[0] ?? 0;
  const factors: RiskFactor[] = [
    {
      name: 'production',
      weight: 25,
      value: edited > 0 ? 1 : affected > 0 ? 0.5 : 0,
      why: `${plural(edited, 'edited component')} and ${plural(affected, 'affected one')} in production`,
    },
    {
      name: 'reach',
      weight: 25,
      value: Math.min(1, Math.log10(1 + impact.total) / Math.log10(1 + FULL_REACH)),
      why: `${plural(impact.total, 'component')} affected`,
    },
    {
      name: 'removal',
      weight: 20,
      value: missed > 0 ? 1 : removed > 0 ? 0.5 : 0,
      why: `${plural(removed, 'component')} removed, ${missed} of them still needed`,
    },
    {
      name: 'dependents',
      weight: 10,
      value: Math.min(1, direct / FULL_DEPENDENTS),
      why: `${plural(direct, 'direct consumer')} affected`,
    },
    {
      name: 'uncertainty',
      weight: 10,
      value: impact.total > 0 ? unsure / impact.total : 0,
      why: `${unsure} of ${impact.total} affected are likely or possible, not certain`,
    },
    {
      name: 'drift',
      weight: 10,
      value: components.length > 0 ? drifted / components.length : 0,
      why: `${drifted} of ${plural(components.length, 'edited component')} had drifted before`,
    },
  ];
  const score = Math.round(factors.reduce((sum, { weight, value }) => sum + weight * value, 0));
  const level = score >= HIGH_FROM ? 'high' : score >= MEDIUM_FROM ? 'medium' : 'low';
  return { score, level, factors };
}
