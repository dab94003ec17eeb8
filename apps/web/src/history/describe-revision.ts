import { componentName } from '@karma/core';
import type { RevisionSummary } from '../api/types';

const SUBJECTS = new Map([
  ['git', 'Commit'],
  ['ssm', 'Parameter'],
  ['state', 'Terraform state'],
  ['report', 'Deployment'],
  ['config', 'Configuration'],
]);

/** `ssm:<account>/<region><prefix>/<type>/<nickname>/config@<version>`; `…/runtime` or `…/runtime/<key>` for outputs. */
const PARAMETER =
  /^ssm:.*\/(?<nickname>[^/@]+)\/(?:config|(?<runtime>runtime)(?:\/(?<output>[^@]+))?)@(?<deleted>deleted-)?\d/;

/** The message of a revision, or where it has none (a parameter, the configuration), what it touched. */
export function describeRevision({
  message,
  key,
  touched,
}: Pick<RevisionSummary, 'message' | 'key' | 'touched'>) {
  if (message) return message;
  const parameter = PARAMETER.exec(key)?.groups;
  if (parameter) return describeParameter(parameter);
  const subject = SUBJECTS.get(key.slice(0, key.indexOf(':'))) ?? 'Change';
  const [first] = touched;
  return first ? `${subject} of ${componentName(first).nickname}` : `${subject} changed`;
}

function describeParameter({ nickname, runtime, output, deleted }: Record<string, string | undefined>) {
  if (!runtime) return deleted ? `Parameter of ${nickname} removed` : `Published ${nickname}`;
  const outputs = output ? `Output ${output}` : 'Outputs';
  return `${outputs} of ${nickname} ${deleted ? 'removed' : 'changed'}`;
}
