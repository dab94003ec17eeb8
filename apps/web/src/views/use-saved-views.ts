import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { TRPCClientError } from '@trpc/client';
import { useTRPC } from '../api/client';
import type { SavedView } from '../api/types';
import { type PersonalView, usePersonalViews } from './personal-views';

/** A view with a name: one of this browser, or one that is shared on the server. */
export type NamedView =
  | ({ readonly kind: 'personal' } & PersonalView)
  | ({ readonly kind: 'shared' } & SavedView);

type Content = Pick<NamedView, 'name' | 'search'>;

/** All saved views by name, and what can be done with them. */
export function useSavedViews() {
  const trpc = useTRPC();
  const queries = useQueryClient();
  const [personal, setPersonal] = usePersonalViews();
  const shared = useQuery(trpc.savedViews.queryOptions({}, { refetchOnMount: 'always' }));
  const reread = () => queries.invalidateQueries({ queryKey: trpc.savedViews.queryKey({}) });
  const saving = useMutation(trpc.saveView.mutationOptions({ onSettled: reread }));
  const deleting = useMutation(trpc.deleteView.mutationOptions({ onSettled: reread }));

  const views: NamedView[] = [
    ...personal.map((view) => ({ kind: 'personal' as const, ...view })),
    ...(shared.data ?? []).map((view) => ({ kind: 'shared' as const, ...view })),
  ];
  const keep = ({ name, search }: Content, id: string = crypto.randomUUID()) =>
    setPersonal((kept) => [...kept.filter((view) => view.id !== id), { id, name, search }]);
  const letGo = (id: string) => setPersonal((kept) => kept.filter((view) => view.id !== id));

  return {
    views: views.sort((a, b) => a.name.localeCompare(b.name)),
    isBusy: saving.isPending || deleting.isPending,
    error: saving.error ?? deleting.error ?? shared.error,
    create: async (content: Content, isShared: boolean) => {
      if (isShared) await saving.mutateAsync(content);
      else keep(content);
    },
    change: async (view: NamedView, content: Partial<Content>) => {
      const { name, search } = { ...view, ...content };
      if (view.kind === 'personal') keep({ name, search }, view.id);
      else await saving.mutateAsync({ id: view.id, version: view.version, name, search });
    },
    remove: async (view: NamedView) => {
      if (view.kind === 'personal') letGo(view.id);
      else await deleting.mutateAsync({ id: view.id, version: view.version });
    },
    /** A personal view becomes one for everybody. */
    share: async ({ id, name, search }: NamedView) => {
      await saving.mutateAsync({ name, search });
      letGo(id);
    },
    /** A view for everybody becomes one of this browser alone. */
    unshare: async (view: Extract<NamedView, { kind: 'shared' }>) => {
      await deleting.mutateAsync({ id: view.id, version: view.version });
      keep(view);
    },
  };
}

export type SavedViews = ReturnType<typeof useSavedViews>;

/** Whether somebody else changed a view since it was read. */
export const isConflict = (error: unknown) =>
  error instanceof TRPCClientError && error.data?.code === 'CONFLICT';
