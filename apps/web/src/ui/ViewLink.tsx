import { createLink } from '@tanstack/react-router';
import type { ComponentProps } from 'react';
import type { ViewPatch } from '../app/view';

const RouterLink = createLink('a');

interface ViewLinkProps extends Omit<ComponentProps<'a'>, 'href' | 'ref' | 'target'> {
  /** What the link changes in the view; the rest of it stays. */
  readonly patch: ViewPatch;
}

/** A link to another view of the same page: opens in a new tab, can be copied, goes back with the back button. */
export function ViewLink({ patch, ...anchor }: ViewLinkProps) {
  return <RouterLink to="/" search={(view) => ({ ...view, ...patch })} {...anchor} />;
}
