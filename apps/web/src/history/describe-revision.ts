import { componentName } from '@karma/core';
import type { RevisionSummary } from '../api/types';

const SUBJECTS = new Map([
  ['git', 'Commit'],
  ['ssm', 'Parameter'],
  ['config', 'Configuration'],
]);

/** The message of a revision, or where it has none (a parameter, the configuration), what it touched. */
export function describeRevision({
  message,
  key,
  touched,
}: Pick<RevisionSummary, 'message' | 'key' | 'touched'>) {
  if (message) return message;
  const subject = SUBJECTS.get(key.slice(0, key.indexOf(':'))) ?? 'Change';
  const [first] = touched;
  return first ? `${subject} of ${componentName(first).nickname}` : `${subject} changed`;
}
