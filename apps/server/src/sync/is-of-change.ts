import type { ParameterChange } from '@karma/sources';
import type { SourceStatus } from './source-status';

/** Whether a source reads the Parameter Store in which something changed. */
export function isOfChange({ account, region }: ParameterChange) {
  const name = `parameters:${account}/${region}`;
  return (source: Pick<SourceStatus, 'name'>): boolean => source.name === name;
}
