import { masked, type PlanDocument } from '@karma/render';
import { colours, count, print, section, table } from './print';

const MAX_ROWS = 20;

/** A plan for people at a terminal: what changes, key by key, what stands against it, and who is reached. */
export function printPlan({ components, impact, findings, risk }: PlanDocument): void {
  const { bold } = colours;
  print(
    `${bold(count(components.length, 'component'))} changed, ${bold(count(impact.total, 'component'))} affected; risk ${bold(risk.level)} (${risk.score} of 100)`,
    ...changes(components),
    ...fields(components),
    ...found(findings),
    ...blastRadius(impact),
  );
}

function changes(components: PlanDocument['components']): string[] {
  const rows = components.map(({ id, kind, fields }) => [id, kind, String(fields.length)]);
  return section('Changes', table(['component', 'how', 'fields'], rows));
}

/** Of configs that were there and stay: all keys of a new one are its file. */
function fields(components: PlanDocument['components']): string[] {
  const rows = components.flatMap(({ id, kind, fields: changed }) =>
    kind === 'changed'
      ? changed.map(({ pointer, before, after }) => [
          id,
          pointer || '/',
          masked(pointer, before) ?? '–',
          masked(pointer, after) ?? '–',
        ])
      : [],
  );
  if (rows.length === 0) return [];
  const shown = rows.slice(0, MAX_ROWS);
  return section('Fields', [
    ...table(['component', 'key', 'before', 'after'], shown),
    ...more(rows.length - shown.length),
  ]);
}

function found(findings: PlanDocument['findings']): string[] {
  const { dim, red, yellow } = colours;
  const lines = findings.flatMap(({ level, component, reason, remedy }) => [
    `${level === 'blocking' ? red('blocking') : yellow('warning ')} ${component ?? ''}`,
    `  ${reason}`,
    dim(`  ${remedy}`),
  ]);
  return section('Findings', lines);
}

function blastRadius({ total, reachable, byCertainty, items, waves }: PlanDocument['impact']): string[] {
  if (total === 0) return [];
  const { certain, likely, possible } = byCertainty;
  const rows = items
    .slice(0, MAX_ROWS)
    .map(({ id, distance, certainty, wave, via }) => [
      id,
      String(distance),
      certainty,
      wave === null ? '' : String(wave + 1),
      via,
    ]);
  const rest = reachable - total;
  const notes = [
    ...(waves.length > 1 ? [`${count(waves.length, 'wave')}: roll out wave 1 first.`] : []),
    ...(rest > 0 ? [`${count(rest, 'component')} downstream read something else.`] : []),
  ];
  return [
    ...section(`Blast radius: ${certain} certain, ${likely} likely, ${possible} possible`, [
      ...table(['component', 'distance', 'certainty', 'wave', 'via'], rows),
      ...more(total - rows.length),
    ]),
    ...(notes.length > 0 ? ['', ...notes.map(colours.dim)] : []),
  ];
}

const more = (rest: number) => (rest > 0 ? [colours.dim(`and ${rest} more`)] : []);
