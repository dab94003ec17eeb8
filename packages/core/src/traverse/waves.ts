import { stronglyConnected } from './cycles';
import type { TopologyView } from './topology';

/**
 * By ordinal, the wave in which an affected component can be rolled out, from 0; -1 for the others. A component comes
 * after everything affected that it depends on; a cycle is in one wave.
 */
export function waveNumbers(view: TopologyView, affected: Int32Array): Int32Array {
  const isAffected = new Uint8Array(view.capacity);
  for (const ordinal of affected) isAffected[ordinal] = 1;
  const providers = (ordinal: number) => view.upstream(ordinal).filter((provider) => isAffected[provider]);
  const wave = new Int32Array(view.capacity).fill(-1);
  // Along dependencies, a group comes after all that it leads to: its providers already have their wave.
  for (const group of stronglyConnected({ capacity: view.capacity, nodes: affected, next: providers })) {
    let last = -1;
    for (const ordinal of group) {
      for (const provider of providers(ordinal)) last = Math.max(last, wave[provider] ?? -1);
    }
    for (const ordinal of group) wave[ordinal] = last + 1;
  }
  return wave;
}
