import type { ComponentType } from '../catalog';
import { NONE } from '../collections/none';
import type { CompiledConventions } from '../compile-conventions';
import type { JsonObject } from '../config/json';
import type { Evidence } from '../dependency';
import type { SchemaProblem } from './schema';
import type { ValueKind } from './values';

/** A place that names another component. */
export interface NamedReference {
  /** In the order in which they are tried; more than one where `_` in a key may stand for `-` or for itself. */
  readonly types: readonly string[];
  readonly nickname: string;
  readonly evidence: Evidence;
}

/** A place that names a parameter which is no component's. */
export interface ParameterReference {
  readonly path: string;
  readonly at: string;
}

/** A value that may come from another component. */
export interface Candidate {
  readonly value: string;
  readonly matched: string;
  readonly kind: ValueKind;
  /** The key that holds it, in snake case. */
  readonly key: string;
  readonly at: string;
}

/** A value that a component is known by. */
export interface Claim {
  readonly value: string;
  /** The output or identifying key. */
  readonly key: string;
  readonly kind: ValueKind;
  /** An identifying key rather than an output. */
  readonly identifying: boolean;
}

/** A nickname under which a component publishes too. */
export interface AliasName {
  readonly type: string;
  readonly nickname: string;
}

/** Everything that one effective config says by itself. */
export interface Facts {
  readonly references: readonly NamedReference[];
  readonly parameters: readonly ParameterReference[];
  readonly candidates: readonly Candidate[];
  readonly claims: readonly Claim[];
  readonly aliases: readonly AliasName[];
  readonly problems: readonly SchemaProblem[];
  readonly owner: string | null;
  readonly tags: Readonly<Record<string, string>>;
}

export interface FactsInput {
  /** The effective config. */
  readonly config: JsonObject;
  readonly type: string;
  /** What its module offers, where there is one. */
  readonly module: ComponentType | undefined;
  readonly conventions: CompiledConventions;
  /** Of the Parameter Store. */
  readonly prefix: string;
  /** Place of a pointer as evidence names it, `<path>#<pointer>`. */
  readonly at: (pointer: string) => string;
}

export const NO_FACTS: Facts = {
  references: NONE,
  parameters: NONE,
  candidates: NONE,
  claims: NONE,
  aliases: NONE,
  problems: NONE,
  owner: null,
  tags: {},
};
