import type { FindingDetail } from '../api/types';
import classes from './FindingItem.module.css';

/** Expected and actual values side by side. */
export function Comparisons({ comparisons }: Pick<FindingDetail, 'comparisons'>) {
  return (
    <div className={classes.scroll}>
      <table className={classes.comparisons}>
        <thead>
          <tr>
            <th scope="col">Expected</th>
            <th scope="col">Actual</th>
          </tr>
        </thead>
        {comparisons.map(({ label, expected, actual }) => (
          <tbody key={label}>
            <tr>
              <th scope="rowgroup" colSpan={2}>
                {label}
              </th>
            </tr>
            <tr>
              <td>{expected ?? <i>nothing</i>}</td>
              <td>{actual ?? <i>nothing</i>}</td>
            </tr>
          </tbody>
        ))}
      </table>
    </div>
  );
}
