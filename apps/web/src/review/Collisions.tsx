import type { SendResult } from '../api/types';
import { plural } from '../ui/format';
import classes from './Review.module.css';

type Collision = Extract<SendResult, { kind: 'collided' }>['collisions'][number];

/** Where draft and config repo changed the same thing: what it was, and what each made of it. */
export function Collisions({ collisions }: { collisions: readonly Collision[] }) {
  return (
    <div className={classes.blocking} role="alert">
      <p>
        <strong>Nothing was sent.</strong> Meanwhile the config repo changed{' '}
        {plural(collisions.length, 'place')} that this draft changes too. Choose in the draft which value
        stays.
      </p>
      <ul className={classes.list}>
        {collisions.map(({ id, pointer, base, mine, theirs }) => (
          <li key={`${id}${pointer}`}>
            <code>
              {id} {pointer || 'the whole file'}
            </code>
            <dl className={classes.versions}>
              <Version name="Before" value={base} />
              <Version name="Yours" value={mine} />
              <Version name="In Git now" value={theirs} />
            </dl>
          </li>
        ))}
      </ul>
    </div>
  );
}

function Version({ name, value }: { name: string; value: string | null }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{value === null ? 'not set' : <code>{value}</code>}</dd>
    </div>
  );
}
