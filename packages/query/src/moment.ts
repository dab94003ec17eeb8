const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
const UNITS: Readonly<Record<string, number>> = {
  m: MINUTE,
  h: 60 * MINUTE,
  d: DAY,
  w: 7 * DAY,
  y: 365 * DAY,
};

/** What `changed` is compared with: an age in milliseconds, or milliseconds since 1970, first and last. */
export type Moment =
  | { readonly kind: 'age'; readonly age: number }
  | { readonly kind: 'time'; readonly from: number; readonly last: number };

export const MOMENT_EXAMPLES = ['7d', '12h', '2026-11-19', '2026-11-19T08:00Z'];

/** Reads `7d` (also m, h, w, y), a day or a minute (UTC), or a time with its zone. */
export function parseMoment(text: string): Moment | undefined {
  const [, number, unit = ''] = /^(\d+(?:\.\d+)?)([a-z])$/i.exec(text) ?? [];
  const length = UNITS[unit.toLowerCase()];
  if (number !== undefined && length !== undefined) return { kind: 'age', age: Number(number) * length };
  if (!/^\d{4}-\d\d-\d\d(T\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d)?)?$/i.test(text)) return undefined;
  const isDay = !text.includes('T') && !text.includes('t');
  const from = Date.parse(isDay || /(Z|[+-]\d\d:\d\d)$/i.test(text) ? text : `${text}Z`);
  if (Number.isNaN(from)) return undefined;
  return { kind: 'time', from, last: isDay ? from + DAY - 1 : from };
}
