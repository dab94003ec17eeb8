import { useGraph, useOverview } from '../app/queries';
import { useView } from '../app/use-view';
import { isFiltered } from '../app/view';
import { ExportMenu } from '../export/ExportMenu';
import { ViewsMenu } from '../views/ViewsMenu';
import { FacetMenu } from './FacetMenu';
import classes from './FilterBar.module.css';
import { QueryBox } from './QueryBox';
import { QuickViews } from './QuickViews';
import { ShowSwitch } from './ShowSwitch';
import { SubjectBar } from './SubjectBar';

/** What is shown: the query, written or chosen, and how; or, around a component, which one it is. */
export function FilterBar() {
  const view = useView();
  if (view.focus) return <SubjectBar />;
  return (
    <div className={classes.bar} role="toolbar" aria-label="Filters">
      <div className={classes.asked}>
        <ShowSwitch />
        <QueryBox />
      </div>
      <div className={classes.tools}>
        <FacetMenu />
        <QuickViews />
        <ViewsMenu />
        <Count isNarrowed={isFiltered(view)} />
        <ExportMenu />
      </div>
    </div>
  );
}

function Count({ isNarrowed }: { isNarrowed: boolean }) {
  const graph = useGraph().data;
  const environments = useOverview().data?.environments ?? [];
  if (!graph) return null;
  const [first] = graph.components;
  const isOne = first && graph.components.every(({ environment }) => environment === first.environment);
  const all = isOne && environments.find(({ environment }) => environment === first.environment)?.components;
  return (
    <span className={classes.count} role="status">
      {isNarrowed && all
        ? `${graph.total.toLocaleString()} of ${all.toLocaleString()}`
        : graph.total.toLocaleString()}{' '}
      {graph.total === 1 && !(isNarrowed && all) ? 'component' : 'components'}
    </span>
  );
}
