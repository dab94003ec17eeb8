import { IconBookmark } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { paramsOf } from './OpenView';
import { useSavedViews } from './use-saved-views';

/** Opening each saved view, for the command palette. */
export function useViewActions() {
  const navigate = useNavigate();
  return useSavedViews().views.map((view) => ({
    id: `view ${view.kind} ${view.id}`,
    name: view.name,
    group: 'Saved view',
    icon: IconBookmark,
    run: () => void navigate({ to: '/', search: paramsOf(view) }),
  }));
}
