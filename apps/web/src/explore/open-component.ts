import { type ComponentId, componentName } from '@karma/core';
import { CLEAR_FILTERS, LEAVE_MODE, type ViewPatch } from '../app/view';

/** Selects a component; one of another environment opens the map of its own. */
export function openComponent(id: ComponentId, environment: string | undefined): ViewPatch {
  const env = componentName(id).environment;
  return env === environment ? { sel: id } : { ...LEAVE_MODE, ...CLEAR_FILTERS, env, sel: id };
}
