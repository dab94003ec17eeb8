import type { Consumes, Dependency, Evidence } from './dependency';
import { componentName } from './ids';

function place(at: string): string {
  const hash = at.indexOf('#');
  if (hash < 0) return at;
  const pointer = at.slice(hash + 1);
  if (!pointer.startsWith('/')) return `line ${pointer} of ${at.slice(0, hash)}`;
  const key = pointer.slice(1).replaceAll('/', '.').replaceAll('~1', '/').replaceAll('~0', '~');
  return `\`${key}\` in ${at.slice(0, hash)}`;
}

function reading(consumes: Consumes): string {
  if (consumes === 'all') return '';
  return consumes.length === 0
    ? ' and reads no output'
    : ` and reads ${consumes.map((key) => `\`${key}\``).join(', ')}`;
}

/** Why one piece of evidence makes the consumer depend on the provider: one sentence for people, with Markdown code. */
export function explainEvidence(evidence: Evidence, dependency: Pick<Dependency, 'from' | 'to'>): string {
  const { type, nickname, environment } = componentName(dependency.to);
  const { at, matched, consumes } = evidence;
  const via = matched === nickname ? '' : ` (published as \`${nickname}\`)`;
  switch (evidence.rule) {
    case 'nickname':
    case 'convention':
      return `${place(at)} names the ${type} \`${matched}\`${via}${reading(consumes)}.`;
    case 'path':
      return `${place(at)} holds the parameter path \`${matched}\`${reading(consumes)}.`;
    case 'module':
      return `The module refers to the ${type} \`${matched}\`${via} in ${at}${reading(consumes)}.`;
    case 'value': {
      const where = evidence.crossesEnvironments ? ` of ${environment}, another environment` : '';
      return `${place(at)} holds \`${matched}\`, which is the \`${evidence.claim}\` of ${type}/${nickname}${where}.`;
    }
    case 'override':
      return `${at} declares this dependency.`;
    case 'extends':
      return `${place(at)} inherits the config of ${type}/${nickname}${environment === componentName(dependency.from).environment ? '' : ` in ${environment}`}.`;
  }
}
