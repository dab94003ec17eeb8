import { createLink } from '@tanstack/react-router';
import type { ComponentProps } from 'react';
import { parseSearch, type ViewParams, viewParamsSchema } from '../app/search-params';
import type { NamedView } from './use-saved-views';

const RouterLink = createLink('a');

/** What a saved view shows. */
export const paramsOf = ({ search }: Pick<NamedView, 'search'>): ViewParams =>
  viewParamsSchema.parse(parseSearch(search));

interface OpenViewProps extends Omit<ComponentProps<'a'>, 'href' | 'ref' | 'target'> {
  readonly view: NamedView;
}

/** Current is the view that shows exactly this, not one that shows more. */
const EXACT = { exact: true, includeSearch: true };

/** A link to a saved view, in place of all that is on screen. */
export function OpenView({ view, ...anchor }: OpenViewProps) {
  return <RouterLink to="/" search={() => paramsOf(view)} activeOptions={EXACT} {...anchor} />;
}
