import type { Finding } from '../finding';
import type { Subject } from '../observation';
import { parseSubject, subjects } from '../subjects';
import type { Context } from './context';
import type { Scope } from './scope';

function moduleFindings(context: Context, environment: string, type: string): Finding[] {
  const module = context.module(environment, type);
  const entry = context.world.entry(subjects.type(environment, type));
  return (module?.problems ?? []).map(({ file, line, message }) => {
    const at = line === null ? file : `${file}:${line}`;
    return {
      id: `module-unreadable|${environment}/${type}|${at}`,
      kind: 'module-unreadable',
      severity: 'warning',
      component: null,
      environment,
      type,
      placement: null,
      at,
      reason: `${at} cannot be read: ${message}`,
      remedy: 'Correct the file; the rest of the module counts meanwhile.',
      since: entry?.origin.at ?? null,
      comparisons: [],
    };
  });
}

function strayFile(context: Context, subject: Subject): Finding[] {
  const parsed = parseSubject(subject);
  const entry = context.world.entry(subject);
  if (parsed.kind !== 'declaration' || !entry) return [];
  const { environment, path } = parsed;
  return [
    {
      id: `unsafe-path|${environment}|${path}`,
      kind: 'unsafe-path',
      severity: 'error',
      component: null,
      environment,
      type: null,
      placement: null,
      at: path,
      reason: `${path} is no safe place for a config: type and nickname must start with a letter, a digit or _, and hold only these and . + = @ -.`,
      remedy: `Move the file to iac/${environment}/<type>/<nickname>/config.json.`,
      since: entry.origin.at,
      comparisons: [],
    },
  ];
}

/** Findings that belong to no component, by the subject that they are about. */
export function looseFindings(
  context: Context,
  scope: Scope,
  strayFiles: ReadonlySet<Subject>,
): [Subject, readonly Finding[]][] {
  return [
    ...[...scope.changedEnvironments].map((name): [Subject, readonly Finding[]] => [
      subjects.conventions(name),
      scope.environment(name).findings,
    ]),
    ...[...scope.changedTypes].flatMap((subject): [Subject, readonly Finding[]][] => {
      const parsed = parseSubject(subject);
      return parsed.kind === 'type'
        ? [[subject, moduleFindings(context, parsed.environment, parsed.type)]]
        : [];
    }),
    ...[...strayFiles].map((subject): [Subject, readonly Finding[]] => [
      subject,
      strayFile(context, subject),
    ]),
  ];
}
