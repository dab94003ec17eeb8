import type { z } from 'zod';

/** Names that may stand in a path below `iac/`: no slash, no leading dot, so that none can leave its folder. */
export const SEGMENT = /^[A-Za-z0-9_][A-Za-z0-9_.+=@-]{0,199}$/;

/** Whether something is such a name. */
export function isSegment(value: unknown): value is string {
  return typeof value === 'string' && SEGMENT.test(value);
}

/** Identity of a component: `<environment>/<type>/<nickname>`; an external one has the type `external.<type>`. */
export type ComponentId = string & z.$brand<'ComponentId'>;

/** Identity of a placement (a binding of an environment): `<account>/<region>`. */
export type PlacementId = string & z.$brand<'PlacementId'>;

export interface ComponentName {
  readonly environment: string;
  readonly type: string;
  readonly nickname: string;
}

export const EXTERNAL_TYPE_PREFIX = 'external.';

/** Joins the three parts; they must already be valid segments. */
export function componentId(environment: string, type: string, nickname: string): ComponentId {
  return `${environment}/${type}/${nickname}` as ComponentId;
}

/** Splits an id into its three parts. */
export function componentName(id: ComponentId): ComponentName {
  const first = id.indexOf('/');
  const second = id.indexOf('/', first + 1);
  return {
    environment: id.slice(0, first),
    type: id.slice(first + 1, second),
    nickname: id.slice(second + 1),
  };
}

/** Reads an id that came from outside. Returns `undefined` when it is not three valid segments. */
export function parseComponentId(text: string): ComponentId | undefined {
  const parts = text.split('/');
  return parts.length === 3 && parts.every(isSegment) ? (text as ComponentId) : undefined;
}

export function placementId(account: string, region: string): PlacementId {
  return `${account}/${region}` as PlacementId;
}
