import { TypeIcon } from '../../ui/TypeIcon';
import { useKnown } from '../surroundings';
import { useComposer } from './composer';
import classes from './DragPreview.module.css';

/** What follows the pointer: the thing that is carried, or a line from the port, and what would happen here. */
export function DragPreview() {
  const dragging = useComposer((state) => state.dragging);
  // What is read meanwhile may say otherwise of where the pointer rests.
  useKnown();
  if (!dragging) return null;
  const { at, from, label, type, judge } = dragging;
  const verdict = judge();
  const isFine = verdict?.isFine ?? true;
  return (
    <div className={classes.over} data-fine={isFine}>
      {from && (
        <svg className={classes.line} aria-hidden>
          <path d={`M${from.x} ${from.y} L${at.x} ${at.y}`} />
          <circle cx={at.x} cy={at.y} r={5} />
        </svg>
      )}
      <div className={classes.carried} style={{ translate: `${at.x + 12}px ${at.y + 12}px` }}>
        {type && <TypeIcon type={type} size={22} />}
        <span className={classes.label}>{label}</span>
        {verdict && <span className={classes.verdict}>{verdict.words}</span>}
      </div>
    </div>
  );
}
