import type { Edge } from '../api/types';
import classes from './ConfidenceMark.module.css';

/** How we know of a dependency, with the line that it has on the map. */
export function ConfidenceMark({ dependency }: { dependency: Pick<Edge, 'confidence' | 'ambiguous'> }) {
  const { confidence, ambiguous } = dependency;
  const words = {
    declared: ['declared', 'A config or a module says so by name'],
    inferred: ['inferred', 'Values say so, no name does'],
    ambiguous: ['ambiguous', 'One of several producers of the same name: it may be this one'],
  } as const;
  const line = ambiguous ? 'ambiguous' : confidence;
  const [label, meaning] = words[line];
  return (
    <span className={classes.confidence} data-line={line} title={meaning}>
      {label}
    </span>
  );
}
