import { lazy, Suspense } from 'react';
import { useView } from '../app/use-view';
import { parseSelection } from '../app/view';
import { PanelSkeleton } from '../ui/PanelSkeleton';

const ComponentInspector = lazy(() =>
  import('./ComponentInspector').then((module) => ({ default: module.ComponentInspector })),
);
const DependencyInspector = lazy(() =>
  import('./DependencyInspector').then((module) => ({ default: module.DependencyInspector })),
);

/** What is selected (`sel`): a component or a dependency. */
export function Inspector() {
  const { sel } = useView();
  const selection = parseSelection(sel);
  return (
    <Suspense fallback={<PanelSkeleton />}>
      {selection?.kind === 'component' && <ComponentInspector id={selection.id} />}
      {selection?.kind === 'dependency' && <DependencyInspector from={selection.from} to={selection.to} />}
    </Suspense>
  );
}
