import { curveBetween, middleOf, svgPathOf } from '@karma/render';
import type { EdgeProps } from '@xyflow/react';

type Ends = Pick<EdgeProps, 'sourceX' | 'sourceY' | 'targetX' | 'targetY'>;

/** The path of an arrow that React draws, and the point halfway along. */
export function edgePath({ sourceX, sourceY, targetX, targetY }: Ends) {
  const curve = curveBetween(sourceX, sourceY, targetX, targetY);
  return { path: svgPathOf(curve), ...middleOf(curve) };
}
