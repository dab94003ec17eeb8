import { getRouteApi } from '@tanstack/react-router';
import { useCallback } from 'react';
import type { ViewParams } from './search-params';
import type { ViewPatch } from './view';

const route = getRouteApi('/');

/** What is being looked at. */
export function useView(): ViewParams {
  return route.useSearch();
}

/** Changes the view by a patch. `replace` for what the back button should skip, such as typing into a filter. */
export function useChangeView() {
  const navigate = route.useNavigate();
  return useCallback(
    (patch: ViewPatch, { replace = false }: { replace?: boolean } = {}) => {
      void navigate({ search: (view) => ({ ...view, ...patch }), replace });
    },
    [navigate],
  );
}
