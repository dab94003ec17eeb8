export { BuiltGraph, build, type UpdateResult, update } from './build/update';
export * from './catalog';
export { compareText, isEqual } from './collections/equal';
export { type CompiledConventions, compileConventions, parseConventions } from './compile-conventions';
export * from './component';
export {
  type ConfigLayer,
  type EffectiveConfig,
  type EffectiveKey,
  EXTENDS,
  effectiveConfig,
  effectiveValues,
  mergePatch,
} from './config/effective';
export type { FieldChange } from './config/field-changes';
export { canonicalJson, isObject, type JsonObject } from './config/json';
export { type ParsedConfig, parseConfig } from './config/parse-config';
export { expandPattern, joinPointer, type Place, pointerSegments, valueAt } from './config/pointer';
export * from './conventions';
export { createWorld, MissingContentError } from './create-world';
export * from './dependency';
export * from './deployment';
export { deriveType } from './derive-type';
export { apply, diff, invert } from './diff';
export * from './environment';
export { explainEvidence } from './explain-evidence';
export { facts } from './facts/facts';
export * from './finding';
export * from './graph';
export { contentHash } from './hash';
export * from './history/order';
export * from './id-schemas';
export * from './ids';
export { lastChange } from './last-change';
export * from './observation';
export * from './parameter';
export { PLAN_FINDING_KINDS, type PlanFinding, type PlanFindingKind } from './plan/findings';
export { type PlanInput, plan } from './plan/plan';
export { isProduction } from './plan/production';
export { type ProgressInput, placementsBefore, progressOf } from './plan/progress';
export {
  type ComponentProgress,
  type PlacementProgress,
  PROGRESS_STAGES,
  type ProgressStage,
  type ProposalProgress,
  type ProposedComponent,
  type ProposedPlacement,
  STEP_STATES,
  type StepState,
  type WaveProgress,
} from './plan/progress-types';
export { RISK_LEVELS, type Risk, type RiskFactor, type RiskLevel } from './plan/risk';
export type { NotAffected, Plan, PlannedComponent, PlannedImpact } from './plan/types';
export { MISHAPS, type Mishap, whatIf } from './plan/what-if';
export * from './subjects';
export { createTopology, topologyOf } from './traverse/create-topology';
export { UnknownComponentError } from './traverse/errors';
export { type ImpactQuery, impact } from './traverse/impact';
export { type LargestImpact, largestImpact } from './traverse/largest-impact';
export { type LineageQuery, lineage } from './traverse/lineage';
export { linksAmong } from './traverse/links-among';
export { reach } from './traverse/reach';
export * from './traverse/results';
export { shortestPath } from './traverse/shortest-path';
export { stepCertainty } from './traverse/step-certainty';
export * from './traverse/topology';
export type { Ends } from './visible/ambient-hubs';
export {
  DIMENSIONS,
  type Dimension,
  dimensionName,
  type Grouping,
  MOST_LEVELS,
  parseDimension,
} from './visible/dimension';
export { type GroupId, groupIdOf, groupPath, isGroupId } from './visible/group-id';
export { type QuietEdges, type QuietQuery, quietEdges } from './visible/quiet-edges';
export type {
  Bundle,
  ElementId,
  VisibleComponent,
  VisibleGraph,
  VisibleGroup,
} from './visible/types';
export { type Opening, visibleGraph } from './visible/visible-graph';
export * from './world';
