import type { ProposalProgress } from '../api/types';
import { plural } from '../ui/format';
import classes from './Progress.module.css';
import { ProgressRow } from './ProgressRow';
import { STAGES } from './stages';

/** How far a proposal has come: over all, then by wave, component and placement. */
export function Progress({ progress }: { progress: ProposalProgress }) {
  const { stage, isDone, waves } = progress;
  const reached = STAGES.findIndex(({ name }) => name === stage);
  return (
    <>
      <ol className={classes.stages} aria-label="How far it has come">
        {STAGES.map(({ name, word, meaning }, index) => {
          const state =
            index < reached || (isDone && index === reached) ? 'done' : index === reached ? 'now' : 'next';
          return (
            <li
              key={name}
              data-state={state}
              title={meaning}
              aria-current={index === reached ? 'step' : undefined}
            >
              {word}
            </li>
          );
        })}
      </ol>
      <div className={classes.scroll}>
        <table className={classes.table} aria-label="Progress of each component">
          <thead>
            <tr>
              <th scope="col">Component</th>
              <th scope="col">Merged</th>
              <th scope="col">Published</th>
              <th scope="col">Deployed</th>
            </tr>
          </thead>
          {waves.map((wave, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a wave is its place in the order.
            <tbody key={index}>
              {waves.length > 1 && (
                <tr className={classes.wave}>
                  <th scope="rowgroup" colSpan={4}>
                    Wave {index + 1}
                    {wave.isDone && ' · done'}
                  </th>
                </tr>
              )}
              {wave.components.map((component) => (
                <ProgressRow key={component.id} component={component} />
              ))}
              {wave.affected.length > 0 && <Affected affected={wave.affected} />}
            </tbody>
          ))}
        </table>
      </div>
    </>
  );
}

function Affected({ affected }: { affected: ProposalProgress['waves'][number]['affected'] }) {
  const stale = affected.filter(({ isStale }) => isStale);
  return (
    <tr>
      <td colSpan={4}>
        <details className={classes.affected}>
          <summary>
            {plural(affected.length, 'component')} affected
            {stale.length > 0 && <strong>, {stale.length} to be deployed again</strong>}
          </summary>
          <ul>
            {affected.map(({ id, isStale }) => (
              <li key={id}>
                <code>{id}</code>
                {isStale && ' · what it reads has changed since it was deployed'}
              </li>
            ))}
          </ul>
        </details>
      </td>
    </tr>
  );
}
