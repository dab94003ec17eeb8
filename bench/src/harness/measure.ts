/** Milliseconds of each run, after `warmUp` runs that do not count. */
export async function timeRuns(
  runs: number,
  work: (run: number) => unknown,
  { warmUp = 0 }: { readonly warmUp?: number } = {},
): Promise<number[]> {
  const times: number[] = [];
  for (let run = 0; run < warmUp + runs; run++) {
    const start = performance.now();
    await work(run);
    if (run >= warmUp) times.push(performance.now() - start);
  }
  return times;
}

/** The value below which the share `rank` (0 to 1) of the values lies, nearest rank. */
function percentile(values: readonly number[], rank: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(rank * sorted.length) - 1)] ?? Number.NaN;
}

export const median = (values: readonly number[]) => percentile(values, 0.5);
export const p95 = (values: readonly number[]) => percentile(values, 0.95);
