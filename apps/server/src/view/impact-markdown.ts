import type { ComponentId, Impact } from '@karma/core';

const MAX_ROWS = 100;

/** A blast radius for a ticket or a chat. */
export function impactMarkdown(impact: Impact): string {
  const { start, output, total, byCertainty, items, waves, notAffected } = impact;
  const what = output === null ? code(start) : `output ${code(output)} of ${code(start)}`;
  if (total === 0) return `### Blast radius of ${what}\n\nNothing depends on it.\n`;
  const rows = items
    .slice(0, MAX_ROWS)
    .map(({ id, distance, certainty, via }) => `| ${code(id)} | ${distance} | ${certainty} | ${code(via)} |`);
  const more = total > rows.length ? [`\n… and ${total - rows.length} more.`] : [];
  return [
    `### Blast radius of ${what}`,
    '',
    `${total} ${total === 1 ? 'component' : 'components'}: ${byCertainty.certain} certain, ${byCertainty.likely} likely, ${byCertainty.possible} possible.`,
    '',
    '| component | distance | certainty | via |',
    '| --- | ---: | --- | --- |',
    ...rows,
    ...more,
    ...(waves ? ['', '**Roll-out in waves**', '', ...waves.map((wave) => `1. ${listed(wave)}`)] : []),
    ...(notAffected.length > 0 ? ['', `Not affected: ${listed(notAffected)}`] : []),
    '',
  ].join('\n');
}

function listed(ids: readonly ComponentId[]): string {
  const shown = ids.slice(0, MAX_ROWS).map(code).join(', ');
  return ids.length > MAX_ROWS ? `${shown}, … and ${ids.length - MAX_ROWS} more` : shown;
}

function code(text: string): string {
  return `\`${text}\``;
}
