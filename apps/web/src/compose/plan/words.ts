import type { PlanFindingKind } from '@karma/core';
import type { PlanView } from '../../api/types';
import { FINDING_WORDS } from '../../ui/words';

type PlannedKind = PlanView['components'][number]['kind'];
type Factor = PlanView['risk']['factors'][number]['name'];

export const PLAN_FINDING_WORDS: Readonly<Record<PlanFindingKind, string>> = {
  ...FINDING_WORDS,
  'removes-provider': 'Others depend on it',
  'value-too-large': 'Too large for Parameter Store',
  'touches-production': 'Touches production',
  'inferred-consumers': 'Consumers known by a value only',
  drifted: 'Has drifted already',
  'many-dependents': 'Many depend on it',
};

export const PLANNED_WORDS: Readonly<Record<PlannedKind, string>> = {
  created: 'created',
  changed: 'changed',
  removed: 'deleted',
  inherited: 'changed through its parent',
};

export const FACTOR_WORDS: Readonly<Record<Factor, string>> = {
  production: 'Production',
  reach: 'Reach',
  removal: 'Removal',
  dependents: 'Direct dependents',
  uncertainty: 'Uncertainty',
  drift: 'Drift',
};
