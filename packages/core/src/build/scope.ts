import type { ComponentType } from '../catalog';
import { componentTypeSchema } from '../catalog';
import type { PlacementId } from '../ids';
import type { Subject } from '../observation';
import { parseSubject, subjects } from '../subjects';
import type { World } from '../world';
import { type EnvironmentState, readEnvironment } from './environments';
import type { State } from './state';

/** Environments and types as they are now, and which of them the step before did not know so. */
export interface Scope {
  readonly environments: Map<string, EnvironmentState>;
  readonly types: Map<Subject, ComponentType>;
  readonly changedEnvironments: ReadonlySet<string>;
  readonly changedTypes: ReadonlySet<Subject>;
  /** Environments that a placement belongs to, before or now. */
  environmentsOf(placement: PlacementId): readonly string[];
  environment(name: string): EnvironmentState;
}

/** Reads what changed of the settings, conventions and modules that hold for many components. */
export function readScope(previous: State, world: World, changed: readonly Subject[]): Scope {
  const environments = new Map(previous.environments);
  const types = new Map(previous.types);
  const changedEnvironments = new Set<string>();
  const changedTypes = new Set<Subject>();
  const placements = new Map<PlacementId, Set<string>>();
  const bind = ({ placements: bound, settings }: EnvironmentState) => {
    for (const { id } of bound) placements.set(id, (placements.get(id) ?? new Set()).add(settings.name));
  };
  for (const environment of environments.values()) bind(environment);

  for (const subject of changed) {
    const parsed = parseSubject(subject);
    if (parsed.kind === 'environment' || parsed.kind === 'conventions') {
      changedEnvironments.add(parsed.environment);
    } else if (parsed.kind === 'type') {
      changedTypes.add(subject);
      const entry = world.entry(subjects.type(parsed.environment, parsed.type));
      if (entry) types.set(subject, componentTypeSchema.parse(JSON.parse(world.content(entry.hash))));
      else types.delete(subject);
    }
  }
  const environment = (name: string): EnvironmentState => {
    const known = environments.get(name);
    if (known) return known;
    const read = readEnvironment(world, name);
    environments.set(name, read);
    return read;
  };
  for (const name of changedEnvironments) {
    environments.delete(name);
    bind(environment(name));
  }
  return {
    environments,
    types,
    changedEnvironments,
    changedTypes,
    environment,
    environmentsOf: (placement) => [...(placements.get(placement) ?? [])],
  };
}
