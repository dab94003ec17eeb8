import type { InferenceCase } from './case';
import { conventionCases } from './declared/convention-cases';
import { moduleCases } from './declared/module-cases';
import { nicknameCases } from './declared/nickname-cases';
import { pathCases } from './declared/path-cases';

export const declaredCases: readonly InferenceCase[] = [
  ...nicknameCases,
  ...pathCases,
  ...moduleCases,
  ...conventionCases,
];
