import type { Certainty, ComponentId, PlanFinding, Risk } from '@karma/core';
import { renderMermaid } from '../mermaid';
import type { Slice } from '../slice';
import { code, counted, listed, plain } from './markdown-text';
import { masked } from './masked';

/** A plan as people read it. Values are JSON texts, `null` where they are not set. */
export interface PlanDocument {
  readonly components: readonly {
    readonly id: ComponentId;
    readonly kind: 'created' | 'changed' | 'removed' | 'inherited';
    readonly path: string;
    readonly fields: readonly {
      readonly pointer: string;
      readonly before: string | null;
      readonly after: string | null;
    }[];
  }[];
  readonly impact: {
    readonly total: number;
    readonly rings: readonly number[];
    readonly byCertainty: Readonly<Record<Certainty, number>>;
    readonly items: readonly {
      readonly id: ComponentId;
      readonly distance: number;
      readonly certainty: Certainty;
      readonly via: ComponentId;
      /** Index into `waves`; `null` for what is not there after the change. */
      readonly wave: number | null;
    }[];
    readonly waves: readonly (readonly ComponentId[])[];
    readonly notAffected: readonly { readonly id: ComponentId; readonly reason: string }[];
    readonly reachable: number;
  };
  readonly findings: readonly PlanFinding[];
  readonly risk: Risk;
  /** What is drawn: the edited components and those around them. */
  readonly picture: Slice;
  /** Where the plan can be looked at; `null` where there is no such place. */
  readonly link: string | null;
}

/** How much of each section is written out. */
interface Limits {
  readonly components: number;
  readonly fields: number;
  readonly rows: number;
  readonly listed: number;
  /** More than this, and nobody reads the picture. */
  readonly drawn: number;
}

const MOST: Limits = { components: 50, fields: 100, rows: 50, listed: 12, drawn: 30 };
/** What is too long is written anew with a smaller share of each: nothing is ever cut in the middle. */
const SHARES = [1, 1 / 2, 1 / 4, 1 / 8, 1 / 16];
/** GitHub takes 65,536 characters. */
const MAX_LENGTH = 60_000;

const KINDS = { created: 'new', changed: 'changed', removed: 'removed', inherited: 'changed by a parent' };

/**
 * A plan for a pull request, a ticket or a chat: summary, changes, fields, picture, blast radius, waves, findings,
 * risk. Bounded, and it says what it leaves out; names and values are shown and never taken for markup; what looks
 * like a secret is masked.
 * @param maxLength in characters; at least the summary is always there.
 */
export function renderPlanMarkdown(plan: PlanDocument, maxLength = MAX_LENGTH): string {
  for (const share of SHARES) {
    const text = withLimits(plan, limitsAt(share));
    if (text.length <= maxLength) return text;
  }
  return joined([summary(plan), 'This plan is too long to be shown here.', linkTo(plan)]);
}

const limitsAt = (share: number): Limits => ({
  components: Math.ceil(MOST.components * share),
  fields: Math.ceil(MOST.fields * share),
  rows: Math.ceil(MOST.rows * share),
  listed: Math.ceil(MOST.listed * share),
  drawn: Math.ceil(MOST.drawn * share),
});

const joined = (sections: readonly string[]) => `${sections.filter(Boolean).join('\n\n')}\n`;

function withLimits(plan: PlanDocument, limits: Limits): string {
  return joined([
    summary(plan),
    findings(plan.findings, limits),
    changes(plan.components, limits),
    fields(plan.components, limits),
    picture(plan, limits),
    blastRadius(plan.impact, limits),
    waves(plan.impact.waves, limits),
    notAffected(plan.impact.notAffected, limits),
    risk(plan.risk),
    linkTo(plan),
  ]);
}

function linkTo({ link }: PlanDocument): string {
  if (link === null) return '';
  return `[Look at it in Karma](${new URL(link).href.replaceAll('(', '%28').replaceAll(')', '%29')})`;
}

function summary({ components, impact, findings: found, risk: { level, score } }: PlanDocument): string {
  const blocking = found.filter((finding) => finding.level === 'blocking').length;
  const spared = impact.reachable - impact.total;
  const parts = [
    `**${counted(components.length, 'component')} changed, ${counted(impact.total, 'component')} affected.**`,
    `Risk ${level} (${score} of 100).`,
    blocking > 0 ? `**${counted(blocking, 'finding')} against merging.**` : 'Nothing found against merging.',
    ...(spared > 0
      ? [`${counted(spared, 'component')} downstream read something else and are not affected.`]
      : []),
  ];
  return parts.join(' ');
}

function findings(found: readonly PlanFinding[], limits: Limits): string {
  if (found.length === 0) return '';
  const rows = found.slice(0, limits.rows).map(({ level, component, reason, remedy }) => {
    const mark = level === 'blocking' ? '⛔ blocking' : '⚠️ warning';
    return `| ${mark} | ${component === null ? '' : code(component)} | ${plain(reason)} | ${plain(remedy)} |`;
  });
  return table('Findings', '| | component | reason | way out |', rows, found.length);
}

function changes(components: PlanDocument['components'], limits: Limits): string {
  const rows = components
    .slice(0, limits.components)
    .map(
      ({ id, kind, path, fields: changed }) =>
        `| ${code(id)} | ${KINDS[kind]} | ${changed.length} | ${code(path)} |`,
    );
  return table('Changes', '| component | | fields | file |', rows, components.length);
}

function fields(components: PlanDocument['components'], limits: Limits): string {
  const all = components.flatMap(({ id, kind, fields: changed }) =>
    kind === 'inherited' ? [] : changed.map((field) => ({ id, ...field })),
  );
  if (all.length === 0) return '';
  const cell = (pointer: string, json: string | null) => {
    const shown = masked(pointer, json);
    return shown === null ? '–' : code(shown);
  };
  const rows = all
    .slice(0, limits.fields)
    .map(
      ({ id, pointer, before, after }) =>
        `| ${code(id)} | ${code(pointer || '/')} | ${cell(pointer, before)} | ${cell(pointer, after)} |`,
    );
  const body = table('Fields', '| component | key | before | after |', rows, all.length);
  return folded(`${counted(all.length, 'field')} changed`, body.slice(body.indexOf('\n')).trim());
}

function picture({ picture: slice, components }: PlanDocument, limits: Limits): string {
  const drawn = slice.components.slice(0, limits.drawn);
  if (drawn.length < 2) return '';
  const ids = new Set(drawn.map(({ id }) => id));
  const dependencies = slice.dependencies.filter(({ from, to }) => ids.has(from) && ids.has(to));
  const rest = slice.components.length - drawn.length;
  const note = rest > 0 ? `\n\n${counted(rest, 'more component')} not drawn.` : '';
  const marks = new Map(components.map(({ id, kind }) => [id, KINDS[kind]]));
  return `\`\`\`mermaid\n${renderMermaid({ components: drawn, dependencies }, marks)}\`\`\`${note}`;
}

function blastRadius({ total, rings, byCertainty, items }: PlanDocument['impact'], limits: Limits): string {
  if (total === 0) return '### Blast radius\n\nNothing else is affected.';
  const rows = items
    .slice(0, limits.rows)
    .map(({ id, distance, certainty, via }) => `| ${code(id)} | ${distance} | ${certainty} | ${code(via)} |`);
  const { certain, likely, possible } = byCertainty;
  const near = rings.slice(0, limits.listed).map((count, index) => `${count} at distance ${index + 1}`);
  const byRing = [...near, ...(rings.length > near.length ? ['the rest further away'] : [])].join(', ');
  const body = table('', '| component | distance | certainty | via |', rows, total);
  return `### Blast radius\n\n${counted(total, 'component')}: ${certain} certain, ${likely} likely, ${possible} possible; ${byRing}.\n\n${folded('All of them', body)}`;
}

function waves(all: readonly (readonly ComponentId[])[], limits: Limits): string {
  const filled = all.filter((wave) => wave.length > 0);
  if (filled.length < 2) return '';
  const steps = filled.slice(0, limits.rows).map((wave) => `1. ${listed(wave, limits.listed)}`);
  const rest = filled.length - steps.length;
  return `### Roll-out in waves\n\n${steps.join('\n')}${rest > 0 ? `\n\n${counted(rest, 'more wave')}.` : ''}`;
}

function notAffected(spared: PlanDocument['impact']['notAffected'], limits: Limits): string {
  if (spared.length === 0) return '';
  const rows = spared.slice(0, limits.rows).map(({ id, reason }) => `| ${code(id)} | ${plain(reason)} |`);
  return folded(
    `${counted(spared.length, 'consumer')} not affected`,
    table('', '| component | reason |', rows, spared.length),
  );
}

function risk({ level, score, factors }: Risk): string {
  const rows = factors.map(
    ({ name, weight, value, why }) =>
      `| ${name} | ${Math.round(weight * value)} of ${weight} | ${plain(why)} |`,
  );
  return folded(`Risk ${level}: ${score} of 100`, table('', '| factor | points | why |', rows, rows.length));
}

/** @param total how many rows there are in all. */
function table(title: string, header: string, rows: readonly string[], total: number): string {
  const columns = header.split('|').length - 2;
  const rest = total - rows.length;
  return [
    ...(title ? [`### ${title}`, ''] : []),
    header,
    `|${' --- |'.repeat(columns)}`,
    ...rows,
    ...(rest > 0 ? ['', `… and ${rest} more.`] : []),
  ].join('\n');
}

function folded(title: string, body: string): string {
  return `<details><summary>${title}</summary>\n\n${body}\n\n</details>`;
}
