import { type ComponentId, componentName, type Dependency } from '@karma/core';
import { portsOf } from '@karma/editor';
import { trpcClient } from '../../api/client';
import { currentSurroundings } from '../draft-store';
import { loadSurroundings } from '../surroundings';
import { dependencyAt } from './named-dependency';

/** A dependency as the draft has it: by the keys that name the provider now, else as the graph knows it. */
export async function dependencyOf(from: ComponentId, to: ComponentId): Promise<Dependency> {
  await loadSurroundings([from, to]);
  const surroundings = currentSurroundings();
  const { nickname, type } = componentName(to);
  const ports = surroundings
    ? portsOf(from, surroundings).references.filter(
        (port) => port.nickname === nickname && port.targetTypes.includes(type),
      )
    : [];
  return ports.length > 0 ? dependencyAt(from, to, ports) : trpcClient.dependency.query({ from, to });
}
