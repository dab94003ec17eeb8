import { useView } from '../app/use-view';
import classes from './Legend.module.css';

const LINES = [
  ['declared', 'declared'],
  ['inferred', 'inferred'],
  ['dotted', 'one of several'],
] as const;

const TRACE = [
  ['upstream', 'upstream'],
  ['downstream', 'downstream'],
] as const;

const CERTAINTY = [
  ['certain', 'certain'],
  ['likely', 'likely'],
  ['possible', 'possible'],
] as const;

/** What lines, colours and shapes mean, in the mode that is on; the long form is in the help. */
export function Legend() {
  const { mode } = useView();
  return (
    <section className={classes.legend} aria-label="Legend">
      {LINES.map(([line, words]) => (
        <span key={line}>
          <svg className={classes.line} data-line={line} width="28" height="8" aria-hidden>
            <path d="M0 4H22" />
            <path className={classes.head} d="M21 0.5 28 4 21 7.5Z" />
          </svg>
          {words}
        </span>
      ))}
      {[...(mode === 'impact' ? CERTAINTY : TRACE), ['missing', 'missing'] as const].map(([tint, words]) => (
        <span key={tint}>
          <i className={classes.swatch} data-tint={tint} />
          {words}
        </span>
      ))}
    </section>
  );
}
