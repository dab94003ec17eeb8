import { BaseEdge, type EdgeProps, getBezierPath } from '@xyflow/react';
import { memo } from 'react';
import classes from './DependencyArrow.module.css';
import { useEdgeRole, useIsDrawn } from './emphasis-store';
import type { DependencyEdge } from './to-flow';

const ROLES = [
  'plain',
  'self',
  'upstream',
  'downstream',
  'both',
  'path',
  'certain',
  'likely',
  'possible',
] as const;
export const markerId = (role: string) => `karma-arrow-${role}`;

/** One dependency on the canvas: solid when declared, dashed when inferred, dotted when one of several. */
export const DependencyArrow = memo(function DependencyArrow({
  id,
  data,
  ...ends
}: EdgeProps<DependencyEdge>) {
  const role = useEdgeRole(id);
  const isDrawn = useIsDrawn(id);
  if (!isDrawn) return null;
  const [path] = getBezierPath({ ...ends, curvature: 0.35 });
  return (
    <g
      className={classes.arrow}
      data-role={role}
      data-line={data?.edge.ambiguous ? 'dotted' : data?.edge.confidence}
    >
      <BaseEdge
        path={path}
        markerEnd={`url(#${markerId(role === 'faded' ? 'plain' : role)})`}
        interactionWidth={16}
      />
    </g>
  );
});

/** The arrowheads, one for each role: a marker cannot take the colour of its line in every browser. */
export function Arrowheads() {
  return (
    <svg width="0" height="0" style={{ position: 'absolute' }} aria-hidden>
      <defs>
        {ROLES.map((role) => (
          <marker
            key={role}
            id={markerId(role)}
            className={classes.arrow}
            data-role={role}
            viewBox="0 0 10 10"
            refX="9"
            refY="5"
            markerWidth="9"
            markerHeight="9"
            markerUnits="userSpaceOnUse"
            orient="auto-start-reverse"
          >
            <path className={classes.head} d="M1 1.5 9 5 1 8.5Z" />
          </marker>
        ))}
      </defs>
    </svg>
  );
}
