/** One measured number beside the bar that the issue sets. */
export interface Figure {
  readonly work: string;
  readonly measure: 'median' | 'p95' | 'size' | 'resident' | 'count';
  readonly value: number;
  readonly unit: 'ms' | 'KB' | 'MB' | 'calls' | 'round trips';
  /** At most this much, in the same unit. */
  readonly bar: number;
}

/** A bench by its name; `npm run bench -- <name>` runs it alone. */
export interface Bench {
  readonly name: string;
  run(): Promise<readonly Figure[]>;
}

export function isMet({ value, bar }: Figure): boolean {
  return value <= bar;
}

export function show(value: number, unit: Figure['unit']): string {
  if (unit === 'ms' && value >= 1000) return `${(value / 1000).toFixed(2)} s`;
  if (unit === 'calls' || unit === 'round trips') return `${value} ${unit}`;
  return `${value.toFixed(value < 10 ? 1 : 0)} ${unit}`;
}
