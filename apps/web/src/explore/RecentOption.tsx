import { type ComponentId, componentName } from '@karma/core';
import { TypeIcon } from '../ui/TypeIcon';
import classes from './Explore.module.css';

/** A component looked at before, as a row. */
export function RecentOption({ id }: { id: ComponentId }) {
  const { environment, type, nickname } = componentName(id);
  return (
    <span className={classes.option} title={id}>
      <TypeIcon type={type} size={24} />
      <span className={classes.nickname}>{nickname}</span>
      <span className={classes.path}>
        {environment}/{type}
      </span>
    </span>
  );
}
