import type { ComponentType } from '../catalog';
import { compareText, isEqual } from '../collections/equal';
import { fieldChanges } from '../config/field-changes';
import { canonicalJson, type JsonObject } from '../config/json';
import { valueAt } from '../config/pointer';
import type { Comparison, Finding } from '../finding';
import type { ComponentId } from '../ids';
import { componentFinding } from './component-finding';
import type { EnvironmentState } from './environments';
import type { LoadedPlacement } from './placements';

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

const shown = (value: unknown) => (value === undefined ? null : canonicalJson(value));

function compare(expected: JsonObject, actual: unknown): Comparison[] {
  return fieldChanges(expected, actual)
    .map(({ pointer, before, after }) => ({
      label: pointer || 'config',
      expected: shown(before),
      actual: shown(after),
    }))
    .sort((a, b) => compareText(a.label, b.label));
}

export interface DriftInput {
  readonly id: ComponentId;
  /** The effective config; `null` without a declaration, or where it cannot be read. */
  readonly config: JsonObject | null;
  /** When the effective config last changed in Git. */
  readonly since: string;
  readonly isDeclared: boolean;
  readonly module: ComponentType | undefined;
  readonly environment: EnvironmentState;
}

/**
 * *unpublished* or *out-of-band*: the parameter does not hold the effective config, compared as JSON. The world holds
 * the present only, so who is ahead is told by time: a parameter that a named principal wrote after the config last
 * changed in Git was changed out of band; in any other case the change in Git has not been published.
 */
function publicationDrift(input: DriftInput, placement: LoadedPlacement): Finding[] {
  const { publication } = placement.state;
  if (input.config === null || publication === null || placement.published === null) return [];
  if (placement.published === JSON.stringify(input.config)) return [];
  const actual = parseJson(placement.published);
  if (isEqual(actual, input.config)) return [];
  const { placements } = input.environment;
  const binding = placements.find(({ id }) => id === placement.state.placement);
  const { actor, at } = publication.origin;
  const isOutOfBand = at > input.since && actor !== null;
  const where = binding?.name ?? placement.state.placement;
  return [
    componentFinding(input.id, isOutOfBand ? 'out-of-band' : 'unpublished', {
      severity: isOutOfBand && binding?.allowDrift ? 'info' : 'warning',
      placement: placement.state.placement,
      at: publication.name,
      since: isOutOfBand ? at : input.since,
      reason: isOutOfBand
        ? `${actor} changed ${publication.name} in ${where} after the last commit; Git does not hold this config.`
        : `The config in Git is not the one in ${publication.name} in ${where}.`,
      remedy: isOutOfBand
        ? 'Commit what was changed by hand, or publish the config again to undo it.'
        : 'Publish the config.',
      comparisons: compare(input.config, actual),
    }),
  ];
}

/** Outputs that repeat a config key, by the module, and hold another value than was published. */
function staleEchoes(published: unknown, module: ComponentType, placement: LoadedPlacement): Comparison[] {
  return module.outputs.flatMap(({ key, from }) => {
    const pointer = from !== 'all' && from.length === 1 ? from[0] : undefined;
    if (pointer === undefined || pointer !== `/${key}`) return [];
    const expected = valueAt(published, pointer);
    const actual = placement.outputs.find((output) => output.key === key)?.value;
    if (expected === undefined || actual === undefined || isEqual(expected, actual)) return [];
    return String(expected) === String(actual)
      ? []
      : [{ label: pointer, expected: shown(expected), actual: shown(actual) }];
  });
}

/**
 * *undeployed*, only with evidence that what is published was not applied: the module publishes outputs and none is
 * there, and neither a Terraform state nor a report says otherwise; or the config was published after the last output changed, and an output that repeats a config key (the
 * module says so, and both have one name) still holds another value. Outputs that are merely older prove nothing:
 * Terraform rewrites a parameter only when its value changes.
 */
function deploymentDrift(input: DriftInput, placement: LoadedPlacement): Finding[] {
  const { module } = input;
  const { publication, runtime, deployedAt } = placement.state;
  if (!input.isDeclared || publication === null || !module) return [];
  const found = (reason: string, comparisons: readonly Comparison[]) => [
    componentFinding(input.id, 'undeployed', {
      severity: 'warning',
      placement: placement.state.placement,
      at: publication.name,
      since: publication.origin.at,
      reason,
      remedy: 'Apply the module for this component.',
      comparisons,
    }),
  ];
  if (runtime.length === 0) {
    return module.outputs.length === 0 || deployedAt !== null
      ? []
      : found(`The config is published, and none of the outputs of ${module.name} is there.`, []);
  }
  if (placement.published === null || deployedAt === null || publication.origin.at <= deployedAt) return [];
  const stale = staleEchoes(parseJson(placement.published), module, placement);
  return stale.length === 0
    ? []
    : found(
        `The config was published after the last deployment, whose outputs still hold other values.`,
        stale,
      );
}

function orphaned(input: DriftInput, placement: LoadedPlacement): Finding[] {
  const { publication } = placement.state;
  if (input.isDeclared || publication === null) return [];
  return [
    componentFinding(input.id, 'orphaned', {
      severity: 'warning',
      placement: placement.state.placement,
      at: publication.name,
      since: publication.origin.at,
      reason: `${publication.name} holds a config that Git does not declare.`,
      remedy: 'Declare the component again, or destroy it and delete its parameter.',
    }),
  ];
}

/** Where Git, Parameter Store and what was deployed do not agree on one component (design, section 7). */
export function driftFindings(input: DriftInput, placements: readonly LoadedPlacement[]): Finding[] {
  if (input.environment.settings.abstract) return [];
  return placements.flatMap((placement) => [
    ...publicationDrift(input, placement),
    ...deploymentDrift(input, placement),
    ...orphaned(input, placement),
  ]);
}
