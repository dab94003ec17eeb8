import type { ComponentId } from '../ids';
import type { Ends } from './ambient-hubs';

/** A slice by number: components in their order, and for each the numbers of the other ends. */
export interface Network {
  readonly upstream: readonly (readonly number[])[];
  readonly downstream: readonly (readonly number[])[];
}

export function networkOf(ids: readonly ComponentId[], dependencies: readonly Ends[]): Network {
  const numbers = new Map(ids.map((id, number) => [id, number]));
  const upstream = ids.map((): number[] => []);
  const downstream = ids.map((): number[] => []);
  for (const { from, to } of dependencies) {
    const consumer = numbers.get(from);
    const provider = numbers.get(to);
    if (consumer === undefined || provider === undefined || consumer === provider) continue;
    upstream[consumer]?.push(provider);
    downstream[provider]?.push(consumer);
  }
  return { upstream, downstream };
}
