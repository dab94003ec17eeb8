import { useView } from '../app/use-view';
import classes from './History.module.css';
import { RevisionList } from './RevisionList';
import { RevisionView } from './RevisionView';

/** The left panel with the revisions, newest first, or with what one of them changed (`rev`). */
export function HistoryPanel() {
  const { rev } = useView();
  return (
    <div className={classes.panel}>{rev ? <RevisionView key={rev} revision={rev} /> : <RevisionList />}</div>
  );
}
