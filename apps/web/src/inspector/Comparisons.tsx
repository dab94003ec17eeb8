import type { FindingDetail } from '../api/types';
import classes from './FindingItem.module.css';

/** Expected and actual values side by side. */
export function Comparisons({ comparisons }: Pick<FindingDetail, 'comparisons'>) {
  return (
    <div className={classes.scroll}>
      <table className={classes.comparisons}>
        <thead>
          <tr>
            <th scope="col">Where</th>
            <th scope="col">Expected</th>
            <th scope="col">Actual</th>
          </tr>
        </thead>
        <tbody>
          {comparisons.map(({ label, expected, actual }) => (
            <tr key={label}>
              <th scope="row">{label}</th>
              <td>{expected ?? <i>nothing</i>}</td>
              <td>{actual ?? <i>nothing</i>}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
