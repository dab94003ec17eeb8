import type { DependencyKey } from '../dependency';
import type { ComponentId } from '../ids';
import type { Context } from './context';
import type { Dirty } from './dirty';
import type { Scope } from './scope';
import type { StateEdit } from './state';

/** What one update has to report. */
export interface Touched {
  readonly components: Set<ComponentId>;
  readonly dependencies: Set<DependencyKey>;
  readonly findings: Set<string>;
  /** Edges that appeared or went. */
  readonly edges: [from: ComponentId, to: ComponentId][];
}

/** One update under way. */
export interface Run {
  readonly context: Context;
  readonly state: StateEdit;
  readonly scope: Scope;
  readonly dirty: Dirty;
  readonly touched: Touched;
}
