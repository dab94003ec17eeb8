import { notifications } from '@mantine/notifications';
import { useMutation } from '@tanstack/react-query';
import { trpcClient } from '../api/client';
import { graphInput, useEnvironment } from '../app/queries';
import { useView } from '../app/use-view';
import { download } from '../ui/download';
import type { Format } from './formats';
import { viewTitle } from './view-title';

/** As many as the server gives at once. */
const LIMIT = 5000;

/** Takes the whole slice away as a file, also what the map leaves out; says so when even that is not all. */
export function useExport() {
  const view = useView();
  const environment = useEnvironment();
  return useMutation({
    mutationFn: async (format: Format) => {
      if (!environment) return;
      const [{ renderAs }, graph] = await Promise.all([
        import('./render-as'),
        trpcClient.graph.query({ ...graphInput(view, environment), limit: LIMIT }),
      ]);
      const file = await renderAs(format, graph, viewTitle(view, environment));
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
