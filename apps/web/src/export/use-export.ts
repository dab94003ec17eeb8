import { notifications } from '@mantine/notifications';
import { useMutation } from '@tanstack/react-query';
import { trpcClient } from '../api/client';
import type { GraphSlice } from '../api/types';
import { chosenGrouping } from '../app/grouping';
import { graphInput, useEnvironment } from '../app/queries';
import type { ViewParams } from '../app/search-params';
import { useView } from '../app/use-view';
import { useOnScreen } from '../canvas/use-visible';
import { download } from '../ui/download';
import type { Format } from './formats';
import type { Drawn } from './render-as';
import { viewTitle } from './view-title';

/** Takes the whole slice away as a file, not only the part in sight; says so when the server gave less than all. */
export function useExport() {
  const view = useView();
  const environment = useEnvironment();
  return useMutation({
    mutationFn: async (format: Format) => {
      if (!environment) return;
      const input = graphInput(view, environment);
      const graph = await trpcClient.graph.query(input);
      const { kind, theme, extension } = format;
      const file =
        kind === 'json'
          ? new Blob([await trpcClient.export.query(input)], { type: 'application/json' })
          : await draw({ kind, theme }, graph, viewTitle(view, environment), view);
      download(`karma-${environment}.${extension}`, file);
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

/** As it stands and is grouped on screen. */
async function draw(drawn: Drawn, graph: GraphSlice, title: string, view: ViewParams): Promise<Blob> {
  const { renderAs } = await import('./render-as');
  const { laidOut } = useOnScreen.getState();
  return renderAs(drawn, graph, {
    title,
    grouping: laidOut?.visible.grouping ?? chosenGrouping(view) ?? [],
    places: laidOut?.places ?? new Map(),
  });
}
