import { type CompiledConventions, compileConventions, parseConventions } from '../compile-conventions';
import { type EnvironmentSettings, environmentSettingsSchema } from '../environment';
import type { Finding } from '../finding';
import { type PlacementId, placementId } from '../ids';
import { subjects } from '../subjects';
import type { World } from '../world';

export const CONVENTIONS_FILE = 'karma.conventions.json';

/** What holds for every component of one environment. */
export interface EnvironmentState {
  readonly settings: EnvironmentSettings;
  readonly conventions: CompiledConventions;
  readonly placements: readonly {
    readonly id: PlacementId;
    readonly name: string;
    readonly allowDrift: boolean;
  }[];
  readonly findings: readonly Finding[];
}

const SHIPPED = compileConventions(null);

function readSettings(world: World, name: string): EnvironmentSettings {
  const entry = world.entry(subjects.environment(name));
  return entry
    ? environmentSettingsSchema.parse(JSON.parse(world.content(entry.hash)))
    : { name, placements: [], prefix: '/iac', abstract: false };
}

function readConventions(
  world: World,
  environment: string,
): { readonly conventions: CompiledConventions; readonly findings: readonly Finding[] } {
  const entry = world.entry(subjects.conventions(environment));
  if (!entry) return { conventions: SHIPPED, findings: [] };
  const parsed = parseConventions(world.content(entry.hash));
  if (parsed.ok) return { conventions: compileConventions(parsed.conventions), findings: [] };
  const finding: Finding = {
    id: `conventions-invalid|${environment}|${CONVENTIONS_FILE}`,
    kind: 'conventions-invalid',
    severity: 'error',
    component: null,
    environment,
    type: null,
    placement: null,
    at: CONVENTIONS_FILE,
    reason: `${CONVENTIONS_FILE} is not valid: ${parsed.reason}`,
    remedy: 'Correct the file; until then only the shipped conventions are in force.',
    since: entry.origin.at,
    comparisons: [],
  };
  return { conventions: SHIPPED, findings: [finding] };
}

/** Reads an environment's settings and conventions; one that nobody configured has the defaults. */
export function readEnvironment(world: World, name: string): EnvironmentState {
  const settings = readSettings(world, name);
  return {
    settings,
    ...readConventions(world, name),
    placements: settings.placements.map((placement) => ({
      id: placementId(placement.account, placement.region),
      name: placement.name,
      allowDrift: placement.allowDrift,
    })),
  };
}
