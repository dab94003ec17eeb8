import type { SearchHit } from '../api/types';
import { StatusIcon } from '../ui/StatusMark';
import { TypeIcon } from '../ui/TypeIcon';
import classes from './Explore.module.css';
import { Highlighted } from './Highlighted';

/** A search hit as a row: icon, nickname and the rest of the id with what matched, status. */
export function SearchOption({ hit: { card, ranges } }: { hit: SearchHit }) {
  const nicknameAt = card.id.length - card.nickname.length;
  return (
    <span className={classes.option} title={card.id}>
      <TypeIcon type={card.type} size={24} />
      <span className={classes.nickname}>
        <Highlighted text={card.id} ranges={ranges} start={nicknameAt} />
      </span>
      <span className={classes.path}>
        <Highlighted text={card.id} ranges={ranges} end={nicknameAt - 1} />
      </span>
      <StatusIcon status={card.status} />
    </span>
  );
}
