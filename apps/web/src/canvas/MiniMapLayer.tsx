import { CARD } from '@karma/render';
import { useComputedColorScheme } from '@mantine/core';
import { Panel, useReactFlow, useStore } from '@xyflow/react';
import { type PointerEvent, useEffect, useMemo, useRef } from 'react';
import type { Card } from '../api/types';
import classes from './MiniMapLayer.module.css';
import { readPalette } from './paint/palette';
import type { Scene } from './paint/scene';
import { boundsOf } from './place-grid';

const WIDTH = 160;
const HEIGHT = 104;
const MARGIN = 6;
/** Names of colours; the other statuses have none of their own. */
const COLOURS: Partial<Record<Card['status'], string>> = {
  deployed: 'good',
  published: 'info',
  orphaned: 'warn',
  missing: 'bad',
};
/** Pixels; smaller cards could not be seen. */
const LEAST = 1.5;

/**
 * The mini map of a large graph, on a canvas of its own: React Flow's knows only the cards that React draws. A pointer
 * that presses or drags moves the view there.
 */
export function MiniMapLayer({ scene }: { scene: Scene }) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const flow = useReactFlow();
  const scheme = useComputedColorScheme();
  const [x, y, zoom] = useStore((state) => state.transform);
  const width = useStore((state) => state.width);
  const height = useStore((state) => state.height);
  const frame = useMemo(() => frameOf(scene), [scene]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: another scheme has other colours.
  useEffect(() => {
    const context = canvas.current?.getContext('2d');
    if (!context || !frame) return;
    const { colour } = readPalette();
    const { scale } = frame;
    const ratio = window.devicePixelRatio;
    context.setTransform(ratio, 0, 0, ratio, 0, 0);
    context.clearRect(0, 0, WIDTH, HEIGHT);
    for (const { status, x: left, y: top } of marksOf(scene)) {
      context.fillStyle = colour(COLOURS[status] ?? 'line-strong');
      const cardWidth = Math.max(LEAST, CARD.width * scale);
      const cardHeight = Math.max(LEAST, CARD.height * scale);
      context.fillRect(frame.toMapX(left), frame.toMapY(top), cardWidth, cardHeight);
    }
  }, [scene, frame, scheme]);

  if (!frame) return null;
  const move = (event: PointerEvent<HTMLElement>) => {
    if (event.buttons === 0) return;
    event.currentTarget.setPointerCapture(event.pointerId);
    const box = event.currentTarget.getBoundingClientRect();
    const to = frame.toGraph(event.clientX - box.left, event.clientY - box.top);
    void flow.setCenter(to.x, to.y, { zoom });
  };
  return (
    <Panel position="bottom-right">
      <div
        className={classes.map}
        role="img"
        aria-label="Mini map"
        style={{ width: WIDTH, height: HEIGHT }}
        onPointerDown={move}
        onPointerMove={move}
      >
        <canvas
          ref={canvas}
          width={WIDTH * window.devicePixelRatio}
          height={HEIGHT * window.devicePixelRatio}
          style={{ width: WIDTH, height: HEIGHT }}
        />
        <div
          className={classes.sight}
          style={{
            left: frame.toMapX(-x / zoom),
            top: frame.toMapY(-y / zoom),
            width: (width / zoom) * frame.scale,
            height: (height / zoom) * frame.scale,
          }}
        />
      </div>
    </Panel>
  );
}

const marksOf = ({ spots, groups }: Scene) => [
  ...spots.map(({ card, x, y }) => ({ status: card.status, x, y })),
  ...groups.map(({ group, x, y }) => ({ status: group.status, x, y })),
];

/** From the graph's coordinates to the mini map's pixels and back. */
function frameOf(scene: Scene) {
  const bounds = boundsOf(marksOf(scene));
  if (!bounds) return null;
  const { left, top, right, bottom } = bounds;
  const scale = Math.min((WIDTH - 2 * MARGIN) / (right - left), (HEIGHT - 2 * MARGIN) / (bottom - top));
  const middle = { x: (left + right) / 2, y: (top + bottom) / 2 };
  return {
    scale,
    toMapX: (x: number) => WIDTH / 2 + (x - middle.x) * scale,
    toMapY: (y: number) => HEIGHT / 2 + (y - middle.y) * scale,
    toGraph: (x: number, y: number) => ({
      x: middle.x + (x - WIDTH / 2) / scale,
      y: middle.y + (y - HEIGHT / 2) / scale,
    }),
  };
}
