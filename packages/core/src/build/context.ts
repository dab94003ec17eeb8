import type { ComponentType } from '../catalog';
import type { ComponentName } from '../ids';
import { type ComponentId, componentName } from '../ids';
import type { World } from '../world';
import type { EnvironmentState } from './environments';
import type { StateEdit } from './state';

/** What every step of an update works with. */
export interface Context {
  readonly world: World;
  readonly state: StateEdit;
  environment(name: string): EnvironmentState;
  /** What a type's module offers in an environment. */
  module(environment: string, type: string): ComponentType | undefined;
  /** Whether conventions, settings and module are those of the step before. */
  isSettled(environment: string, type: string): boolean;
  /** One object for all equal ones: many components carry the same tags. */
  shared(tags: Readonly<Record<string, string>>): Readonly<Record<string, string>>;
  /** Names of all environments that were met, sorted. */
  environmentNames(): readonly string[];
}

/** `<type>/<nickname>`: a component's name within its environment. */
export function localName({ type, nickname }: Omit<ComponentName, 'environment'>): string {
  return `${type}/${nickname}`;
}

/** Where a component's config stands in the config repo. */
export function configPath(id: ComponentId): string {
  const { environment, type, nickname } = componentName(id);
  return `iac/${environment}/${type}/${nickname}/config.json`;
}
