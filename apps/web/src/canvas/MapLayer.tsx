import { useComputedColorScheme } from '@mantine/core';
import { useStoreApi } from '@xyflow/react';
import { useEffect, useRef } from 'react';
import { useLive } from '../app/live-store';
import { formatCount, plural } from '../ui/format';
import { useEmphasis } from './emphasis-store';
import classes from './MapLayer.module.css';
import { type CanvasPainter, canvasPainter } from './paint/canvas-painter';
import { readPalette } from './paint/palette';
import type { Scene } from './paint/scene';
import { countsInWords, type MarksWithin } from './patch/marks-within';
import { usePatch } from './patch/patch-store';

interface MapLayerProps {
  readonly scene: Scene;
  /** What the open draft does to the members of shut groups. */
  readonly within: MarksWithin;
  readonly hasCards: boolean;
}

/** The arrows of a large graph, and unless React draws them its cards (`hasCards`), on one canvas under all else. */
export function MapLayer({ scene, within, hasCards }: MapLayerProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const painter = useRef<CanvasPainter>(null);
  const latest = useRef({ scene, within, hasCards });
  latest.current = { scene, within, hasCards };
  const store = useStoreApi();
  const scheme = useComputedColorScheme();

  // biome-ignore lint/correctness/useExhaustiveDependencies: another scheme has other colours.
  useEffect(() => {
    if (!canvas.current) return;
    const palette = readPalette();
    const own = canvasPainter(canvas.current, () => {
      const { transform, width, height } = store.getState();
      const [x, y, zoom] = transform;
      return {
        palette,
        ...useEmphasis.getState(),
        fresh: useLive.getState().touched,
        marks: usePatch.getState().marks,
        viewport: { x, y, zoom },
        width,
        height,
        ...latest.current,
      };
    });
    const stopMoves = store.subscribe((now, before) => {
      const isMoved = now.transform !== before.transform;
      if (isMoved || now.width !== before.width || now.height !== before.height) own.repaint();
    });
    const stopTraces = useEmphasis.subscribe(own.repaint);
    const stopMarks = usePatch.subscribe((now, before) => {
      if (now.marks !== before.marks) own.repaint();
    });
    const stopNews = useLive.subscribe((now, before) => {
      if (now.touched !== before.touched) own.repaint();
    });
    painter.current = own;
    own.repaint();
    return () => {
      stopMoves();
      stopTraces();
      stopMarks();
      stopNews();
      own.stop();
    };
  }, [scheme, store]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: all of them change the drawing.
  useEffect(() => painter.current?.repaint(), [scene, within, hasCards]);

  return <canvas ref={canvas} className={classes.layer} role="img" aria-label={labelOf(scene, within)} />;
}

function labelOf({ spots, lines, groups, frames }: Scene, within: MarksWithin): string {
  const counts = [
    ...(spots.length > 0
      ? [`${plural(spots.length, 'component')}, ${plural(lines.length, 'dependency', 'dependencies')}`]
      : []),
    ...(groups.length > 0 ? [plural(groups.length, 'shut group')] : []),
  ].join(', ');
  const open = frames.map(({ group }) => `${group.name}: ${formatCount(group.members.length)}`).join(', ');
  const drafted = groups.flatMap(({ group }) => {
    const marks = within.get(group.id);
    return marks ? `${group.name}: ${countsInWords(marks)}` : [];
  });
  return [
    ...(counts ? [counts] : []),
    ...(open ? [`Open groups: ${open}`] : []),
    ...(drafted.length > 0 ? [`In shut groups: ${drafted.join('; ')}`] : []),
  ].join('. ');
}
