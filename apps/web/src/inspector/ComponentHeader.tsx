import { ActionIcon, Badge } from '@mantine/core';
import { IconLink, IconUser, IconX } from '@tabler/icons-react';
import type { ComponentDetail } from '../api/types';
import { linkTo, searchOnScreen } from '../app/link';
import { useChangeView, useView } from '../app/use-view';
import { CopyAction } from '../ui/CopyAction';
import { SeverityCount } from '../ui/SeverityMark';
import { StatusMark } from '../ui/StatusMark';
import { TypeIcon } from '../ui/TypeIcon';
import { ComponentActions } from './ComponentActions';
import classes from './Inspector.module.css';

/** What the component is, and what can be asked of it. */
export function ComponentHeader({ detail: { card, aliases } }: { detail: ComponentDetail }) {
  const view = useView();
  const change = useChangeView();
  const { id, environment, type, nickname, status, owner, tags, findings } = card;
  return (
    <header className={classes.header}>
      <div className={classes.title}>
        <TypeIcon type={type} size={36} />
        <div className={classes.names}>
          <h2 className={classes.nickname}>{nickname}</h2>
          <p className={classes.kind}>
            {type} <span aria-hidden>·</span>{' '}
            {card.abstract ? `${environment}, inherited from only` : environment}
          </p>
        </div>
        <div className={classes.tools}>
          <CopyAction value={id} label="Copy id" />
          <CopyAction value={() => linkTo(searchOnScreen(view))} label="Copy link" icon={IconLink} />
          <ActionIcon
            variant="subtle"
            color="gray"
            size="sm"
            aria-label="Close inspector"
            onClick={() => change({ sel: undefined })}
          >
            <IconX size={16} />
          </ActionIcon>
        </div>
      </div>
      <div className={classes.facts}>
        <StatusMark status={status} />
        {findings.error > 0 && <SeverityCount severity="error" count={findings.error} />}
        {findings.warning > 0 && <SeverityCount severity="warning" count={findings.warning} />}
        {findings.info > 0 && <SeverityCount severity="info" count={findings.info} />}
        {owner && (
          <span className={classes.owner} title="Owner">
            <IconUser size={13} aria-label="Owner" /> {owner}
          </span>
        )}
      </div>
      {(aliases.length > 0 || Object.keys(tags).length > 0) && (
        <div className={classes.tags}>
          {aliases.map((alias) => (
            <Badge
              key={alias}
              variant="light"
              size="sm"
              tt="none"
              title="It also publishes under this nickname"
            >
              alias {alias}
            </Badge>
          ))}
          {Object.entries(tags).map(([key, value]) => (
            <Badge
              key={key}
              variant="default"
              size="sm"
              tt="none"
              fw={400}
              maw="100%"
              title={`${key}=${value}`}
            >
              {key}={value}
            </Badge>
          ))}
        </div>
      )}
      <ComponentActions />
    </header>
  );
}
