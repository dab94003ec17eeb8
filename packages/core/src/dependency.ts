import type { ComponentId } from './ids';

/** The rules of design, section 6, in order; `override` is an edge that the conventions file declares. */
export const RULES = ['nickname', 'path', 'module', 'convention', 'value', 'override', 'extends'] as const;
export type Rule = (typeof RULES)[number];

/** Output keys that a reference reads, sorted; `'all'` when it cannot be known. */
export type Consumes = 'all' | readonly string[];

/** One place that points at another component, and why we think so. */
export interface Evidence {
  readonly rule: Rule;
  /** `<path>#<json pointer>` in a config, `<file>:<line>` in a module. */
  readonly at: string;
  /** What matched, as written: `main`, `/iac/vpc/main/runtime`, `usekarma.dev.`. */
  readonly matched: string;
  readonly consumes: Consumes;
  /** For `value`: the output or identifying key of the provider that claims the value. */
  readonly claim: string | null;
  /** Set when the value crosses environments (only ARNs and AWS ids may). */
  readonly crossesEnvironments: boolean;
}

/** `declared`: some reference says so by name. `inferred`: only values say so. */
export type Confidence = 'declared' | 'inferred';

/** An edge *consumer → provider*, with every reference between the two, sorted by place then rule. */
export interface Dependency {
  readonly from: ComponentId;
  readonly to: ComponentId;
  readonly confidence: Confidence;
  /** One of several producers of the same nickname: it may be this one. */
  readonly ambiguous: boolean;
  /** Union over the evidence. */
  readonly consumes: Consumes;
  readonly evidence: readonly Evidence[];
}

export type DependencyKey = string & { readonly __dependencyKey: unique symbol };

export function dependencyKey(from: ComponentId, to: ComponentId): DependencyKey {
  return `${from} ${to}` as DependencyKey;
}
