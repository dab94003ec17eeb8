import { notifications } from '@mantine/notifications';
import { useMutation } from '@tanstack/react-query';
import { trpcClient } from '../api/client';
import { chosenGrouping } from '../app/grouping';
import { graphInput, useEnvironment } from '../app/queries';
import { useView } from '../app/use-view';
import { useOnScreen } from '../canvas/use-visible';
import { download } from '../ui/download';
import type { Format } from './formats';
import { viewTitle } from './view-title';

/** Takes the whole slice away as a file, not only the part in sight; says so when the server gave less than all. */
export function useExport() {
  const view = useView();
  const environment = useEnvironment();
  return useMutation({
    mutationFn: async (format: Format) => {
      if (!environment) return;
      const [{ renderAs }, graph] = await Promise.all([
        import('./render-as'),
        trpcClient.graph.query(graphInput(view, environment)),
      ]);
      const { laidOut } = useOnScreen.getState();
      const file = await renderAs(format, graph, {
        title: viewTitle(view, environment),
        grouping: laidOut?.visible.grouping ?? chosenGrouping(view) ?? [],
        places: laidOut?.places ?? new Map(),
      });
      download(`karma-${environment}.${format.extension}`, file);
      if (graph.total > graph.components.length) {
        notifications.show({
          color: 'yellow',
          title: `The file holds ${graph.components.length} of ${graph.total} components`,
          message: 'Filter first, or use karma export for all of them.',
        });
      }
    },
    onError: (error) =>
      notifications.show({ color: 'red', title: 'The export failed', message: error.message }),
  });
}
