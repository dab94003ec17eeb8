import type { ComponentId } from '@karma/core';
import { Background, MiniMap, ReactFlow, useStore } from '@xyflow/react';
import { useCallback, useMemo, useRef } from 'react';
import { useChangeView } from '../app/use-view';
import { focusOn } from '../app/view';
import { ComponentCard } from './ComponentCard';
import { Arrowheads, DependencyArrow } from './DependencyArrow';
import { adjacencyOf } from './emphasis';
import { useEmphasis } from './emphasis-store';
import classes from './GraphView.module.css';
import { hubAt } from './HubBadge';
import { MapLayer } from './MapLayer';
import { MiniMapLayer } from './MiniMapLayer';
import { isLarge, useNearCards } from './near-cards';
import { sceneOf } from './paint/scene';
import { toggleHub } from './quiet';
import { type ComponentNode, componentToNode, type DependencyEdge, dependencyToEdge } from './to-flow';
import { useArrowKeys } from './use-arrow-keys';
import { useDrag } from './use-drag';
import { MIN_ZOOM, useInSight } from './use-in-sight';
import type { LaidOut } from './use-laid-out';
import { useMotion } from './use-motion';
import { useNudge } from './use-nudge';
import { usePointer } from './use-pointer';
import { useTraced } from './use-traced';

const nodeTypes = { component: ComponentCard };
const edgeTypes = { dependency: DependencyArrow };
/** The further away, the less a card shows, and the larger. */
const sightOf = (zoom: number) => (zoom < 0.38 ? 'farthest' : zoom < 0.62 ? 'far' : 'near');

interface GraphViewProps {
  readonly laidOut: LaidOut;
  readonly isPhone: boolean;
}

/** The laid-out graph on a canvas that people can move, trace and walk through by keys. */
export function GraphView({ laidOut, isPhone }: GraphViewProps) {
  const { graph, places, pins } = laidOut;
  const change = useChangeView();
  const sight = useStore((state) => sightOf(state.transform[2]));

  const large = isLarge(laidOut);
  const { isMoving, places: painted } = useMotion(laidOut, large);
  const scene = useMemo(() => sceneOf({ ...laidOut, places: painted }), [laidOut, painted]);
  const cards = useMemo(() => new Map(graph.components.map((card) => [card.id, card])), [graph]);
  const { dragged, drag } = useDrag(laidOut);
  const { near, grid } = useNearCards(laidOut);
  const nodes = useKept(
    useMemo(() => {
      const ids = large ? near : [...cards.keys()];
      return ids.flatMap((id) => {
        const card = cards.get(id);
        const place = dragged?.id === id ? dragged.place : places.get(id);
        return card && place ? [componentToNode(card, place, pins.has(id))] : [];
      });
    }, [large, near, cards, places, pins, dragged]),
  );
  const edges = useMemo(() => (large ? [] : graph.edges.map(dependencyToEdge)), [large, graph]);
  const adjacency = useMemo(() => adjacencyOf(graph.edges), [graph]);
  const isShown = useCallback((id: ComponentId) => places.has(id), [places]);
  const setHovered = useTraced(graph, adjacency, isShown);
  useArrowKeys(places, adjacency);
  useNudge(places);
  useInSight(laidOut, isPhone);
  const pointer = usePointer(large ? { scene, grid } : null, setHovered);

  return (
    <div className={classes.view} data-sight={sight} data-moving={isMoving || undefined}>
      <Arrowheads />
      <ReactFlow<ComponentNode, DependencyEdge>
        nodes={nodes}
        edges={edges}
        nodeTypes={nodeTypes}
        edgeTypes={edgeTypes}
        minZoom={MIN_ZOOM}
        maxZoom={2}
        nodesDraggable={!isPhone}
        {...drag}
        nodesConnectable={false}
        elementsSelectable={false}
        edgesFocusable={false}
        disableKeyboardA11y
        zoomOnDoubleClick={false}
        deleteKeyCode={null}
        proOptions={{ hideAttribution: true }}
        onNodeClick={(event, node) => change(hubPatch(event.target) ?? { sel: node.id })}
        onNodeDoubleClick={(_, node) => change(focusOn(node.data.card.id))}
        onNodeMouseEnter={(_, node) => setHovered(node.data.card.id)}
        onNodeMouseLeave={() => setHovered(null)}
        onEdgeClick={(_, edge) => change({ sel: edge.id })}
        {...pointer}
      >
        {(large || scene.frames.length > 0) && <MapLayer scene={scene} />}
        <Background gap={24} size={1.5} color="var(--karma-canvas-dots)" />
        {!isPhone && large && <MiniMapLayer scene={scene} />}
        {!isPhone && !large && (
          <MiniMap<ComponentNode>
            className={classes.map}
            ariaLabel="Mini map"
            pannable
            zoomable
            nodeBorderRadius={16}
            nodeClassName={(node) => `status-${node.data.card.status}`}
            maskColor="color-mix(in srgb, var(--karma-canvas) 70%, transparent)"
          />
        )}
      </ReactFlow>
    </div>
  );
}

/** What a click on the badge of a hub changes. */
function hubPatch(target: EventTarget) {
  const hub = hubAt(target);
  return hub && toggleHub(useEmphasis.getState().quiet, hub);
}

/** Keeps a node's object while its card and its place are the same, so that it is not drawn again. */
function useKept(nodes: ComponentNode[]): ComponentNode[] {
  const last = useRef(new Map<string, ComponentNode>());
  return useMemo(() => {
    const kept = nodes.map((node) => {
      const old = last.current.get(node.id);
      const isSame =
        old?.data.card === node.data.card &&
        old.data.isPinned === node.data.isPinned &&
        old.position.x === node.position.x &&
        old.position.y === node.position.y;
      return isSame ? old : node;
    });
    last.current = new Map(kept.map((node) => [node.id, node]));
    return kept;
  }, [nodes]);
}
