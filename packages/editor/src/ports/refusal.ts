import { type ComponentId, componentName, EXTERNAL_TYPE_PREFIX } from '@karma/core';
import type { Port } from './ports';

/**
 * Why a component cannot stand at a port, in words for the person who drags it there; `null` when it can.
 * @param consumer whose port it is.
 */
export function refusal(consumer: ComponentId, port: Port, candidate: ComponentId): string | null {
  const from = componentName(consumer);
  const to = componentName(candidate);
  if (candidate === consumer) return 'A component cannot depend on itself.';
  if (!port.targetTypes.includes(to.type)) {
    const wanted = port.targetTypes
      .map((type) => type.replace(EXTERNAL_TYPE_PREFIX, 'external '))
      .join(' or ');
    return `${port.pointer.slice(1)} takes a ${wanted}; this is a ${to.type}.`;
  }
  if (from.environment !== to.environment)
    return `Names resolve within one environment: this one is in ${to.environment}, not in ${from.environment}.`;
  return null;
}
