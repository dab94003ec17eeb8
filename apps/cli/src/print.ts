import pc from 'picocolors';

const { bold, dim, red, yellow, green, cyan } = pc.createColors(
  process.stdout.isTTY === true && process.env.NO_COLOR === undefined,
);
export const colours = { bold, dim, red, yellow, green, cyan };

export function print(...lines: readonly string[]): void {
  process.stdout.write(lines.map((line) => `${line}\n`).join(''));
}

export function printJson(value: unknown): void {
  print(JSON.stringify(value, null, 2));
}

/** Columns as wide as their widest cell; the first row is dimmed as a heading. */
export function table(heading: readonly string[], rows: readonly (readonly string[])[]): string[] {
  const widths = heading.map((_, column) =>
    Math.max(...[heading, ...rows].map((row) => (row[column] ?? '').length)),
  );
  const line = (row: readonly string[]) =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd();
  return [colours.dim(line(heading)), ...rows.map(line)];
}

export function section(title: string, lines: readonly string[]): string[] {
  return lines.length === 0 ? [] : ['', colours.bold(title), ...lines];
}

export function count(number: number, noun: string): string {
  return `${number.toLocaleString('en')} ${noun}${number === 1 ? '' : 's'}`;
}

/** `2026-11-03 14:05`, UTC. */
export function shortTime(iso: string | null): string {
  return iso === null ? 'unknown' : iso.slice(0, 16).replace('T', ' ');
}
