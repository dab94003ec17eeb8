import { type ComponentId, componentName, EXTERNAL_TYPE_PREFIX, type Status } from '@karma/core';
import type { ReactNode } from 'react';
import { useEnvironment } from '../app/queries';
import { useView } from '../app/use-view';
import type { ViewPatch } from '../app/view';
import classes from './marks.module.css';
import { StatusIcon } from './StatusMark';
import { TypeIcon } from './TypeIcon';
import { ViewLink } from './ViewLink';

interface ComponentLinkProps {
  readonly id: ComponentId;
  /** Shown where it is known. */
  readonly status?: Status;
  /** Set at the end of the row. */
  readonly note?: ReactNode;
  /** Where the link leads; it selects the component unless told otherwise. */
  readonly patch?: ViewPatch;
}

/** A component as a row of a list: icon, nickname, type, status. */
export function ComponentLink({ id, status, note, patch = { sel: id } }: ComponentLinkProps) {
  const { sel } = useView();
  const shown = useEnvironment();
  const { environment, type, nickname } = componentName(id);
  const isElsewhere = shown !== undefined && shown !== environment;
  return (
    <ViewLink patch={patch} className={classes.link} aria-current={sel === id || undefined} title={id}>
      <TypeIcon type={type} size={22} />
      <span className={classes.names}>
        <span className={classes.nickname}>{nickname}</span>
        <span className={classes.type}>
          {type.replace(EXTERNAL_TYPE_PREFIX, '')}
          {isElsewhere && ` · ${environment}`}
        </span>
      </span>
      <span className={classes.note}>
        {note}
        {status && <StatusIcon status={status} />}
      </span>
    </ViewLink>
  );
}
