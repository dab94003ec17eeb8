import { SliceStage } from '../app/SliceStage';
import { SliceTree } from './SliceTree';

/** The slice of the map as a tree: the twin for keyboards and screen readers. */
export function TreeView() {
  return <SliceStage label="Tree">{(graph) => <SliceTree graph={graph} />}</SliceStage>;
}
