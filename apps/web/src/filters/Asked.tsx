import { IconCornerDownLeft } from '@tabler/icons-react';
import { plural } from '../ui/format';
import classes from './Suggestions.module.css';
import { useTotals } from './use-totals';
import { useUnknownNames } from './use-unknown-names';

/** What a query would show, and which of its names nothing has. */
export function Asked({ text }: { text: string }) {
  const [total] = useTotals([text]);
  const unknown = useUnknownNames(text);
  return (
    <p className={classes.footer} role="status">
      <span>
        {total !== undefined && plural(total, 'component')}
        {unknown.length > 0 &&
          ` · nothing is called ${unknown.map(({ name, nearest }) => `“${name}”${nearest === null ? '' : ` (did you mean ${nearest}?)`}`).join(', ')}`}
      </span>
      {total !== undefined && total > 0 && (
        <span className={classes.enter}>
          <IconCornerDownLeft size={12} aria-hidden /> Enter shows them
        </span>
      )}
    </p>
  );
}
