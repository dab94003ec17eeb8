import { categoryOf } from '@karma/render';
import { IconPinFilled } from '@tabler/icons-react';
import { Handle, type NodeProps, Position } from '@xyflow/react';
import { memo } from 'react';
import { useLive } from '../app/live-store';
import { plural } from '../ui/format';
import { StatusMark } from '../ui/StatusMark';
import { TypeIcon } from '../ui/TypeIcon';

import marks from './CardMarks.module.css';
import classes from './ComponentCard.module.css';
import { useComponentRole, useDistance } from './emphasis-store';
import { HubBadge, MutedBadge } from './HubBadge';
import { MarkBadge } from './patch/MarkBadge';
import { useMark } from './patch/patch-store';
import { type ComponentNode, findingCount } from './to-flow';

/** One component on the canvas. */
export const ComponentCard = memo(function ComponentCard({
  id,
  data: { card, isPinned, apart },
}: NodeProps<ComponentNode>) {
  const role = useComponentRole(id);
  const distance = useDistance(id);
  const mark = useMark(id);
  const isFresh = useLive((live) => live.touched.has(id));
  const findings = findingCount(card);
  const severity = card.findings.error ? 'error' : card.findings.warning ? 'warning' : 'info';
  return (
    <div
      className={classes.card}
      data-role={role}
      data-status={card.status}
      data-mark={mark}
      data-category={categoryOf(card.type)}
      data-fresh={isFresh || undefined}
    >
      <Handle className={classes.handle} type="target" position={Position.Left} isConnectable={false} />
      <span className={classes.icon}>
        <TypeIcon type={card.type} />
      </span>
      <div className={classes.text}>
        {apart && <div className={classes.apart}>{apart}</div>}
        <div className={classes.nickname}>{card.nickname}</div>
        <div className={classes.type}>{card.abstract ? `${card.type} · base` : card.type}</div>
        <div className={classes.facts}>
          <StatusMark status={card.status} />
          {card.owner && <span className={classes.owner}>{card.owner}</span>}
        </div>
      </div>
      {mark && <MarkBadge mark={mark} />}
      {isPinned && !mark && (
        <span className={marks.pin} title="Pinned: stays here until it is let go">
          <IconPinFilled size="1.1em" aria-hidden />
        </span>
      )}
      {findings > 0 && (
        <span className={marks.findings} data-severity={severity}>
          {findings}
        </span>
      )}
      {distance !== undefined && (
        <span className={marks.distance} title={`${plural(distance, 'step')} away, ${role}`}>
          {distance}
        </span>
      )}
      <HubBadge id={card.id} />
      {distance === undefined && <MutedBadge id={card.id} />}
      <Handle className={classes.handle} type="source" position={Position.Right} isConnectable={false} />
    </div>
  );
});
