import { useView } from '../app/use-view';
import { parseSelection } from '../app/view';
import { ComponentInspector } from './ComponentInspector';
import { DependencyInspector } from './DependencyInspector';

/** What is selected (`sel`): a component or a dependency. */
export function Inspector() {
  const { sel } = useView();
  const selection = parseSelection(sel);
  if (selection?.kind === 'component') return <ComponentInspector id={selection.id} />;
  if (selection?.kind === 'dependency')
    return <DependencyInspector from={selection.from} to={selection.to} />;
  return null;
}
