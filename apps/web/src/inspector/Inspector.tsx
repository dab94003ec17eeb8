import { lazy, Suspense } from 'react';
import { useView } from '../app/use-view';
import { parseSelection } from '../app/view';
import { PanelSkeleton } from '../ui/PanelSkeleton';
import { BundleInspector } from './BundleInspector';
import { ComponentInspector } from './ComponentInspector';
import { DependencyInspector } from './DependencyInspector';
import { GroupInspector } from './GroupInspector';

const ComposeDependency = lazy(() =>
  import('../compose/inspector/ComposeDependency').then((module) => ({ default: module.ComposeDependency })),
);
const ComposeInspector = lazy(() =>
  import('../compose/inspector/ComposeInspector').then((module) => ({ default: module.ComposeInspector })),
);

/** What is selected (`sel`): a component, a dependency, a group or a bundle. */
export function Inspector() {
  const { sel, draft } = useView();
  const selection = parseSelection(sel);
  if (selection?.kind === 'component' && draft) {
    return (
      <Suspense fallback={<PanelSkeleton />}>
        <ComposeInspector id={selection.id} />
      </Suspense>
    );
  }
  if (selection?.kind === 'component') return <ComponentInspector id={selection.id} />;
  if (selection?.kind === 'dependency' && draft) {
    return (
      <Suspense fallback={<PanelSkeleton />}>
        <ComposeDependency from={selection.from} to={selection.to} />
      </Suspense>
    );
  }
  if (selection?.kind === 'dependency')
    return <DependencyInspector from={selection.from} to={selection.to} />;
  if (selection?.kind === 'group') return <GroupInspector id={selection.id} />;
  if (selection?.kind === 'bundle') return <BundleInspector from={selection.from} to={selection.to} />;
  return null;
}
