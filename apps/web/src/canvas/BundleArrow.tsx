import { bundleWidth } from '@karma/render';
import { BaseEdge, type EdgeProps } from '@xyflow/react';
import { memo } from 'react';
import { formatCount } from '../ui/format';
import { markerId } from './DependencyArrow';
import classes from './DependencyArrow.module.css';
import { edgePath } from './edge-path';
import { useEdgeRole, useIsDrawn } from './emphasis-store';
import { commonLine } from './paint/scene';
import type { BundleEdge } from './to-flow';

/** Many dependencies as one arrow, with their number. */
export const BundleArrow = memo(function BundleArrow({ id, data, ...ends }: EdgeProps<BundleEdge>) {
  const role = useEdgeRole(id);
  const isDrawn = useIsDrawn(id);
  const { path, x, y } = edgePath(ends);
  const dependencies = data?.bundle.dependencies ?? [];
  const line = commonLine(dependencies);
  if (!isDrawn) return null;
  return (
    <g className={classes.arrow} data-role={role} data-line={line.ambiguous ? 'dotted' : line.confidence}>
      <BaseEdge
        path={path}
        style={{ strokeWidth: bundleWidth(dependencies.length) }}
        markerEnd={`url(#${markerId(role === 'faded' ? 'plain' : role)})`}
        interactionWidth={16}
      />
      {dependencies.length > 1 && (
        <text className={classes.count} x={x} y={y}>
          {formatCount(dependencies.length)}
        </text>
      )}
    </g>
  );
});
