const STEPS: readonly (readonly [Intl.RelativeTimeFormatUnit, number])[] = [
  ['year', 31_557_600],
  ['month', 2_629_800],
  ['week', 604_800],
  ['day', 86_400],
  ['hour', 3600],
  ['minute', 60],
];

const relative = new Intl.RelativeTimeFormat('en', { numeric: 'auto' });
const absolute = new Intl.DateTimeFormat('en-GB', {
  dateStyle: 'medium',
  timeStyle: 'medium',
});

/** `3 days ago`, `in 2 hours`; below a minute `just now`. Both are instants: ISO 8601, and milliseconds. */
export function relativeTime(iso: string, now: number): string {
  const seconds = (Date.parse(iso) - now) / 1000;
  const step = STEPS.find(([, length]) => Math.abs(seconds) >= length);
  if (!step) return 'just now';
  const [unit, length] = step;
  return relative.format(Math.trunc(seconds / length), unit);
}

const SPANS = [
  ['d', 86_400_000],
  ['h', 3_600_000],
  ['min', 60_000],
  ['s', 1000],
] as const;

/** `412 ms`, `3 s`, `2 min`, `5 h`, `12 d`: a span of milliseconds, in whole units, rounded down. */
export function timeSpan(ms: number): string {
  const span = SPANS.find(([, length]) => ms >= length);
  return span ? `${formatCount(Math.floor(ms / span[1]))} ${span[0]}` : `${Math.round(ms)} ms`;
}

/** `4 Mar 2026, 14:02:11`, in the reader's time zone. */
export const absoluteTime = (iso: string) => absolute.format(new Date(iso));

const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?Z$/;

/** Whether a text is a moment in ISO 8601, UTC, as the API writes them. */
export const isInstant = (text: string) => INSTANT.test(text) && !Number.isNaN(Date.parse(text));

const grouped = new Intl.NumberFormat('en');

/** `1,204`. */
export const formatCount = (count: number) => grouped.format(count);

/** `1 component`, `1,204 components`; give `many` where an added s is not the plural. */
export const plural = (count: number, one: string, many = `${one}s`) =>
  `${formatCount(count)} ${count === 1 ? one : many}`;
