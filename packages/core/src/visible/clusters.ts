import type { ComponentId } from '../ids';
import { ambientHubs, type Ends } from './ambient-hubs';
import type { Network } from './network';

/**
 * The connected cluster of each component, by number: what hangs together when ambient hubs, such as a network that
 * everything stands in, are left aside. A cluster is named by its member with the most dependencies, the first by id
 * among equals, as `<type>/<nickname>`. `null` for what hangs on nothing but hubs, and for hubs.
 */
export function clustersOf(
  ids: readonly ComponentId[],
  dependencies: readonly Ends[],
  network: Network,
): readonly (string | null)[] {
  const hubs = ambientHubs(ids.length, dependencies);
  const isSeen = ids.map((id) => hubs.has(id));
  const clusters: (string | null)[] = ids.map(() => null);
  for (const start of ids.keys()) {
    if (isSeen[start]) continue;
    const members = [start];
    isSeen[start] = true;
    for (const member of members) {
      for (const next of neighbours(network, member)) {
        if (isSeen[next]) continue;
        isSeen[next] = true;
        members.push(next);
      }
    }
    if (members.length === 1) continue;
    const name = nameOf(members, ids, network);
    for (const member of members) clusters[member] = name;
  }
  return clusters;
}

const neighbours = ({ upstream, downstream }: Network, number: number) => [
  ...(upstream[number] ?? []),
  ...(downstream[number] ?? []),
];

function nameOf(members: readonly number[], ids: readonly ComponentId[], network: Network): string {
  let best = '';
  let most = -1;
  for (const member of members) {
    const count = neighbours(network, member).length;
    const id = ids[member] ?? '';
    if (count > most || (count === most && id < best)) [best, most] = [id, count];
  }
  return best.slice(best.indexOf('/') + 1);
}
