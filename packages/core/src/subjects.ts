import type { PlacementId } from './ids';
import type { Subject } from './observation';

/**
 * The kinds of subject, what each is keyed by, and what its content is:
 *
 * | kind | key | content |
 * |---|---|---|
 * | `environment` | environment | JSON, `environmentSettingsSchema` |
 * | `conventions` | environment | text of `karma.conventions.json` |
 * | `declaration` | environment, path in the config repo | text of the config file |
 * | `type` | environment, component type | JSON, `componentTypeSchema` |
 * | `parameter` | placement, parameter name | JSON, `parameterSchema` |
 * | `state` | placement, component type, nickname | JSON, `terraformStateSchema` |
 * | `report` | placement, component type, nickname | JSON, `deploymentReportSchema` |
 */
export type ParsedSubject =
  | { readonly kind: 'environment'; readonly environment: string }
  | { readonly kind: 'conventions'; readonly environment: string }
  | { readonly kind: 'declaration'; readonly environment: string; readonly path: string }
  | { readonly kind: 'type'; readonly environment: string; readonly type: string }
  | { readonly kind: 'parameter'; readonly placement: PlacementId; readonly name: string }
  | {
      readonly kind: 'state' | 'report';
      readonly placement: PlacementId;
      readonly type: string;
      readonly nickname: string;
    };

const SEPARATOR = '|';

export const subjects = {
  environment: (environment: string) => `environment${SEPARATOR}${environment}` as Subject,
  conventions: (environment: string) => `conventions${SEPARATOR}${environment}` as Subject,
  declaration: (environment: string, path: string) =>
    `declaration${SEPARATOR}${environment}${SEPARATOR}${path}` as Subject,
  type: (environment: string, type: string) => `type${SEPARATOR}${environment}${SEPARATOR}${type}` as Subject,
  parameter: (placement: PlacementId, name: string) =>
    `parameter${SEPARATOR}${placement}${SEPARATOR}${name}` as Subject,
  state: (placement: PlacementId, type: string, nickname: string) =>
    `state${SEPARATOR}${placement}${SEPARATOR}${type}/${nickname}` as Subject,
  report: (placement: PlacementId, type: string, nickname: string) =>
    `report${SEPARATOR}${placement}${SEPARATOR}${type}/${nickname}` as Subject,
};

export function parseSubject(subject: Subject): ParsedSubject {
  const first = subject.indexOf(SEPARATOR);
  const kind = subject.slice(0, first);
  const rest = subject.slice(first + 1);
  if (kind === 'environment' || kind === 'conventions') return { kind, environment: rest };
  const second = rest.indexOf(SEPARATOR);
  const scope = rest.slice(0, second);
  const name = rest.slice(second + 1);
  if (kind === 'declaration') return { kind, environment: scope, path: name };
  if (kind === 'type') return { kind, environment: scope, type: name };
  if (kind === 'parameter') return { kind, placement: scope as PlacementId, name };
  if (kind === 'state' || kind === 'report') {
    const [type = '', nickname = ''] = name.split('/');
    return { kind, placement: scope as PlacementId, type, nickname };
  }
  throw new Error(`Unknown kind of subject: ${subject}`);
}
