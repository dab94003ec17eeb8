import { BaseEdge, type EdgeProps } from '@xyflow/react';
import { memo } from 'react';
import classes from './DependencyArrow.module.css';
import { edgePath } from './edge-path';
import { useEdgeRole, useIsDrawn } from './emphasis-store';
import { useMark } from './patch/patch-store';
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
/** What the draft does to an arrow, at its middle: a plus, a dot, a cross. */
const SIGNS = {
  added: 'M-5 0H5M0 -5V5',
  changed: 'M-3 -3H3V3H-3Z',
  removed: 'M-4 -4 4 4M4 -4-4 4',
};
export const markerId = (role: string) => `karma-arrow-${role}`;

/** One dependency on the canvas: solid when declared, dashed when inferred, dotted when one of several. */
export const DependencyArrow = memo(function DependencyArrow({
  id,
  data,
  ...ends
}: EdgeProps<DependencyEdge>) {
  const role = useEdgeRole(id);
  const isDrawn = useIsDrawn(id);
  const mark = useMark(id);
  if (!isDrawn && !mark) return null;
  const { path, x, y } = edgePath(ends);
  return (
    <g
      className={classes.arrow}
      data-role={role}
      data-mark={mark}
      data-line={data?.edge.ambiguous ? 'dotted' : data?.edge.confidence}
    >
      <BaseEdge
        path={path}
        markerEnd={`url(#${markerId(role === 'faded' ? 'plain' : role)})`}
        interactionWidth={16}
      />
      {mark && <path className={classes.mark} transform={`translate(${x} ${y})`} d={SIGNS[mark]} />}
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
