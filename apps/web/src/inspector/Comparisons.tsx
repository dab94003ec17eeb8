import type { FindingDetail } from '../api/types';
import { isInstant } from '../ui/format';
import { Time } from '../ui/Time';
import classes from './FindingItem.module.css';

/** Expected and actual values side by side. */
export function Comparisons({ comparisons }: Pick<FindingDetail, 'comparisons'>) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keys.
    <fieldset className={classes.scroll} tabIndex={0} aria-label="Expected and actual">
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
              <td>
                <Side value={expected} />
              </td>
              <td>
                <Side value={actual} />
              </td>
            </tr>
          </tbody>
        ))}
      </table>
    </fieldset>
  );
}

function Side({ value }: { value: string | null }) {
  if (value === null) return <i>nothing</i>;
  return isInstant(value) ? <Time at={value} /> : value;
}
