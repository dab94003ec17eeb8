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
import { viewTitle } from './view-title';

interface Wanted {
  readonly format: Format;
  /** Whether shut groups are opened for a picture, which then is laid out anew. */
  readonly isOpened: boolean;
}

/** Takes the whole slice away as a file, not only the part in sight; says so when the server gave less than all. */
export function useExport() {
  const view = useView();
  const environment = useEnvironment();
  return useMutation({
    mutationFn: async (wanted: Wanted) => {
      if (!environment) return;
      const { file, graph } = await written(wanted, view, environment);
      download(`karma-${environment}.${wanted.format.extension}`, file);
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

/** A picture as it stands on screen, everything else all of the slice. */
async function written(
  { format: { kind, theme, isPlaced }, isOpened }: Wanted,
  view: ViewParams,
  environment: string,
): Promise<{ file: Blob; graph: GraphSlice }> {
  const { renderAs, sliceOnScreen, wholeSlice } = await import('./render-as');
  const { laidOut } = useOnScreen.getState();
  const look = { title: viewTitle(view, environment), places: laidOut?.places ?? new Map() };
  if (kind !== 'json' && isPlaced && laidOut && !isOpened)
    return {
      graph: laidOut.graph,
      file: await renderAs({ kind, theme }, sliceOnScreen(laidOut.visible), look),
    };
  const input = graphInput(view, environment);
  const graph = await trpcClient.graph.query(input);
  if (kind === 'json')
    return { graph, file: new Blob([await trpcClient.export.query(input)], { type: 'application/json' }) };
  const grouping = laidOut?.visible.grouping ?? chosenGrouping(view) ?? [];
  return { graph, file: await renderAs({ kind, theme }, wholeSlice(graph, grouping), look) };
}
