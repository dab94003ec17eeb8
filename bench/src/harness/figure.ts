/** One measured number beside the bar that the issue sets. */
export interface Figure {
  readonly work: string;
  readonly measure: 'median' | 'p95' | 'most' | 'size' | 'resident' | 'count';
  readonly value: number;
  readonly unit: 'ms' | 'KB' | 'MB' | 'calls' | 'components' | 'round trips' | 'frames a second' | 'nodes';
  /** In the same unit; left out where a number stands for comparison only. */
  readonly bar?: number;
  /** The bar is the least that counts, not the most. */
  readonly isFloor?: boolean;
  /** What belongs to the number, in words. */
  readonly note?: string;
}

/** A bench by its name; `npm run bench -- <name>` runs it alone. */
export interface Bench {
  readonly name: string;
  run(): Promise<readonly Figure[]>;
}

export function isMet({ value, bar, isFloor }: Figure): boolean {
  return bar === undefined || (isFloor ? value >= bar : value <= bar);
}

export function show(value: number, unit: Figure['unit']): string {
  if (unit === 'ms' && value >= 1000) return `${(value / 1000).toFixed(2)} s`;
  const isCount = unit !== 'ms' && unit !== 'KB' && unit !== 'MB';
  return isCount ? `${value} ${unit}` : `${value.toFixed(value < 10 ? 1 : 0)} ${unit}`;
}

/** The bar as a table shows it. */
export function showBar({ bar, unit, isFloor }: Figure): string {
  return bar === undefined ? '' : `${isFloor ? '≥' : '≤'} ${show(bar, unit)}`;
}
