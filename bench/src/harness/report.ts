import { readFileSync, writeFileSync } from 'node:fs';
import { availableParallelism, cpus, loadavg } from 'node:os';
import { type Figure, isMet, show, showBar } from './figure';

/** Figures with the name of the bench that they come from. */
export type Results = readonly (readonly [bench: string, figures: readonly Figure[]])[];

const HEADER = ['work', 'measured', 'bar', 'met', 'repeat with'];

function rowsOf(results: Results): string[][] {
  return results.flatMap(([bench, figures]) =>
    figures.map((figure) => [
      figure.work,
      `${show(figure.value, figure.unit)} (${[figure.measure, ...(figure.note ? [figure.note] : [])].join('; ')})`,
      showBar(figure),
      figure.bar === undefined ? '' : isMet(figure) ? 'yes' : 'NO',
      `npm run bench -- ${bench}`,
    ]),
  );
}

/** For the terminal: columns as wide as they need to be. */
export function textTable(results: Results): string {
  const rows = [HEADER, ...rowsOf(results)];
  const widths = HEADER.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  return rows.map((row) => row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  ')).join('\n');
}

/** What the figures were measured on, and how busy it was: more waiting processes than cores make them too high. */
export function machine(): string {
  const model = cpus()[0]?.model.trim() ?? 'unknown processor';
  const [load = 0] = loadavg();
  return `Node ${process.versions.node}, ${availableParallelism()} cores (${model}), load ${load.toFixed(1)}, ${new Date().toISOString().slice(0, 10)}.`;
}

const START = '<!-- figures: start -->';
const END = '<!-- figures: end -->';

/** Replaces the table between the markers of a Markdown file; figures of benches that did not run stay. */
export function writeFigures(file: URL, results: Results): void {
  const text = readFileSync(file, 'utf8');
  const [before, rest] = text.split(START);
  const [old, after] = rest?.split(END) ?? [];
  if (before === undefined || old === undefined || after === undefined)
    throw new Error(`${file.pathname} has no lines ${START} and ${END}`);
  const ran = new Set(results.map(([bench]) => `\`npm run bench -- ${bench}\``));
  const kept = old.split('\n').filter((line) => /^\| .*npm run bench/.test(line) && !hasCommand(line, ran));
  const fresh = rowsOf(results).map(
    (row) => `| ${row.map((cell, at) => (at === 4 ? `\`${cell}\`` : cell)).join(' | ')} |`,
  );
  const table = [`| ${HEADER.join(' | ')} |`, `|${'---|'.repeat(HEADER.length)}`, ...kept, ...fresh];
  writeFileSync(file, `${before}${START}\n${table.join('\n')}\n\n${machine()}\n${END}${after}`);
}

function hasCommand(line: string, commands: ReadonlySet<string>): boolean {
  return commands.has(line.split('|').at(-2)?.trim() ?? '');
}
