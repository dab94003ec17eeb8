import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  Outlet,
} from '@tanstack/react-router';
import { RouteError } from './RouteError';
import { Shell } from './Shell';
import { parseSearch, stringifySearch, viewParamsSchema } from './search-params';

const root = createRootRoute({ component: Outlet });

const map = createRoute({
  getParentRoute: () => root,
  path: '/',
  validateSearch: (search) => viewParamsSchema.parse(search),
  component: Shell,
});

const status = createRoute({
  getParentRoute: () => root,
  path: '/status',
  component: lazyRouteComponent(() => import('../status/StatusPage'), 'StatusPage'),
});

const proposals = createRoute({
  getParentRoute: () => root,
  path: '/proposals',
  component: lazyRouteComponent(() => import('../review/ProposalsPage'), 'ProposalsPage'),
});

const proposal = createRoute({
  getParentRoute: () => root,
  path: '/proposals/$id',
  component: lazyRouteComponent(() => import('../review/ProposalPage'), 'ProposalPage'),
});

export const router = createRouter({
  routeTree: root.addChildren([map, status, proposals, proposal]),
  parseSearch,
  stringifySearch,
  defaultErrorComponent: RouteError,
  defaultNotFoundComponent: () => <RouteError error={new Error('There is no such page.')} />,
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
