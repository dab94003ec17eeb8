import type { ViewParams } from '../app/search-params';
import { isFiltered } from '../app/view';

/** What a picture of the view is called. */
export function viewTitle({ mode, focus, to, key, ...view }: ViewParams, environment: string): string {
  if (focus && mode === 'impact') return `Blast radius of ${focus}${key ? `, ${key}` : ''}`;
  if (focus && mode === 'path') return to ? `${environment}: path from ${focus} to ${to}` : environment;
  if (focus) return `Around ${focus}`;
  return isFiltered(view) ? `${environment}, filtered` : environment;
}
