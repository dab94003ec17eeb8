import type { Component, Status } from '../component';
import type { Severity } from '../finding';
import type { ComponentId } from '../ids';
import type { Ends } from './ambient-hubs';
import type { Dimension, Grouping } from './dimension';
import type { GroupId } from './group-id';

/** What stands on the map: a component, or a group that is shut. */
export type ElementId = ComponentId | GroupId;

/** Findings by severity. */
export type FindingCounts = Readonly<Record<Severity, number>>;

/** What the visible graph looks at in a component. */
export interface VisibleComponent
  extends Pick<Component, 'id' | 'environment' | 'type' | 'nickname' | 'status' | 'owner' | 'tags'> {
  readonly findings: FindingCounts;
  /** Names of the placements that carry it. */
  readonly placements: readonly string[];
  /** Of the last change of its config, parameters or outputs, ISO 8601; `null` is unknown. */
  readonly changedAt: string | null;
}

/** Components that stand together, with what is rolled up of them. */
export interface VisibleGroup<C extends VisibleComponent = VisibleComponent> {
  readonly id: GroupId;
  /** Ids of the groups around it and its own, outermost first. */
  readonly path: readonly GroupId[];
  readonly dimension: Dimension;
  /** For people: `payments`, `no owner`. */
  readonly name: string;
  /** Open: its members are on the map. Shut: it stands there itself. */
  readonly isOpen: boolean;
  /** All components in it, those in groups within included. */
  readonly members: readonly C[];
  /** How many of them are not on the map themselves. */
  readonly hidden: number;
  /** The worst of its members. */
  readonly status: Status;
  readonly findings: FindingCounts;
}

/** All dependencies between two elements of which at least one is a shut group. */
export interface Bundle<D extends Ends = Ends> {
  readonly from: ElementId;
  readonly to: ElementId;
  readonly dependencies: readonly D[];
}

/** What of a slice is on the map, and what stands there for the rest: nothing is dropped. */
export interface VisibleGraph<C extends VisibleComponent = VisibleComponent, D extends Ends = Ends> {
  readonly grouping: Grouping;
  /** Those that stand on the map themselves, in the order of the slice. */
  readonly components: readonly C[];
  /** Every group that all groups around are open of, outer ones first, then by name. */
  readonly groups: readonly VisibleGroup<C>[];
  /** Both ends on the map. */
  readonly dependencies: readonly D[];
  readonly bundles: readonly Bundle<D>[];
  /** How many components have a shut group in their place. */
  readonly hidden: number;
  /** Those that are on the map though their group is shut, because they were asked for. */
  readonly apart: readonly ComponentId[];
  /** The open groups that an element stands in, outermost first. */
  pathOf(id: ElementId): readonly GroupId[];
  /** What is on the map for a component: itself, or the shut group that it is in; `undefined` outside the slice. */
  elementOf(id: ComponentId): ElementId | undefined;
}
