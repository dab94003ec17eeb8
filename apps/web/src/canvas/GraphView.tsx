import { type ElementId, type GroupId, isGroupId } from '@karma/core';
import { Background, MiniMap, ReactFlow, useStore } from '@xyflow/react';
import { type MouseEvent, useMemo } from 'react';
import { openCardMenu } from '../app/card-menu';
import { toggleGroup } from '../app/grouping';
import { useChangeView } from '../app/use-view';
import { focusOn } from '../app/view';
import { adjacencyOf } from './adjacency';
import { BundleArrow } from './BundleArrow';
import { ComponentCard } from './ComponentCard';
import { MAX_ZOOM, MIN_ZOOM } from './camera';
import { Arrowheads, DependencyArrow } from './DependencyArrow';
import { useEmphasis, useHovered } from './emphasis-store';
import { FrameHead } from './FrameHead';
import classes from './GraphView.module.css';
import { GroupCard } from './GroupCard';
import { hubAt } from './HubBadge';
import { MapLayer } from './MapLayer';
import { MiniMapLayer } from './MiniMapLayer';
import { isLarge, useNearCards } from './near-cards';
import { sceneOf } from './paint/scene';
import { marksWithin } from './patch/marks-within';
import { usePatch } from './patch/patch-store';
import { toggleHub } from './quiet';
import { Tracer } from './Tracer';
import { type Arrow, bundleToEdge, dependencyToEdge, type ElementNode, type FrameNode } from './to-flow';
import { useArrowKeys } from './use-arrow-keys';
import { useDrag } from './use-drag';
import { useFollowGroups } from './use-follow-groups';
import { useInSight } from './use-in-sight';
import type { LaidOut } from './use-laid-out';
import { useMotion } from './use-motion';
import { useNodes } from './use-nodes';
import { useNudge } from './use-nudge';
import { usePointer } from './use-pointer';

const nodeTypes = { component: ComponentCard, shutGroup: GroupCard, frame: FrameHead };
const edgeTypes = { dependency: DependencyArrow, bundle: BundleArrow };
/**
 * The further away, the less a card shows, and the larger: no text is smaller than nine pixels on screen. Among
 * dots, the grid behind would only be grey.
 */
const SIGHTS = [
  { name: 'near', from: 0.76 },
  { name: 'far', from: 0.5 },
  { name: 'farthest', from: 0.375 },
  { name: 'skyline', from: 0.32 },
  { name: 'horizon', from: 0.27 },
  { name: 'verge', from: 0.2 },
] as const;
/** Where one looks from until it is known how much room there is: near, cards would be made for nothing. */
const AFAR = { x: 0, y: 0, zoom: MIN_ZOOM };
const sightOf = (zoom: number) => SIGHTS.find(({ from }) => zoom >= from)?.name ?? 'dots';

interface GraphViewProps {
  readonly laidOut: LaidOut;
  readonly isPhone: boolean;
  /** Whether what is laid out is what is asked for, and nothing better is on its way. */
  readonly isSettled: boolean;
}

/** The laid-out graph on a canvas that people can move, trace and walk through by keys. */
export function GraphView({ laidOut, isPhone, isSettled }: GraphViewProps) {
  const { graph, visible, places, pins } = laidOut;
  const change = useChangeView();
  const sight = useStore((state) => sightOf(state.transform[2]));

  const large = isLarge(laidOut);
  const { isMoving, places: painted } = useMotion(laidOut, large);
  const scene = useMemo(() => sceneOf({ visible, places: painted, pins }), [visible, painted, pins]);
  const marks = usePatch((patch) => patch.marks);
  const within = useMemo(() => marksWithin(marks, visible), [marks, visible]);
  const { dragged, drag } = useDrag(laidOut);
  const { near, hasAll, grid } = useNearCards(laidOut);
  const all = useMemo(() => [...places.keys()], [places]);
  const nodes = useNodes(laidOut, { scene, within, ids: large ? near : all, dragged });
  const edges = useMemo(
    (): Arrow[] => (large ? [] : [...visible.dependencies.map(dependencyToEdge), ...bundleEdges(visible)]),
    [large, visible],
  );
  const toggle = (id: GroupId) => change(toggleGroup(visible.groups, id));
  useArrowKeys(
    places,
    useMemo(() => adjacencyOf([...visible.dependencies, ...visible.bundles]), [visible]),
    toggle,
  );
  useNudge(places);
  useFollowGroups(laidOut);
  useInSight(laidOut, { isPhone, isSettled });
  const pointer = usePointer({ scene, grid: large ? grid : null }, toggle);

  return (
    <div className={classes.view} data-sight={sight} data-moving={isMoving || undefined}>
      <Tracer graph={graph} visible={visible} />
      <Arrowheads />
      <ReactFlow<ElementNode, Arrow>
        nodes={nodes}
        edges={edges}
        nodeTypes={nodeTypes}
        edgeTypes={edgeTypes}
        defaultViewport={AFAR}
        minZoom={MIN_ZOOM}
        maxZoom={MAX_ZOOM}
        onlyRenderVisibleElements={large}
        nodesDraggable={!isPhone}
        {...drag}
        nodesConnectable={false}
        elementsSelectable={false}
        edgesFocusable={false}
        disableKeyboardA11y
        zoomOnDoubleClick={false}
        deleteKeyCode={null}
        proOptions={{ hideAttribution: true }}
        onNodeClick={(event, { id }) => {
          if (isGroupId(id) && isToggle(event)) toggle(id);
          else change(hubPatch(event.target) ?? { sel: id });
        }}
        onNodeDoubleClick={(event, node) => {
          if (node.type === 'component') change(focusOn(node.data.card.id));
          else if (!isToggle(event)) toggle(node.data.group.id);
        }}
        onNodeMouseEnter={(event, node) => node.type !== 'frame' && hover(event, elementOf(node))}
        onNodeMouseLeave={(event) => hover(event, null)}
        onNodeContextMenu={(event, node) => {
          if (node.type !== 'component') return;
          event.preventDefault();
          openCardMenu({ id: node.data.card.id, x: event.clientX, y: event.clientY });
        }}
        onEdgeClick={(_, edge) => change({ sel: edge.id })}
        {...pointer}
      >
        {(large || scene.frames.length > 0) && <MapLayer scene={scene} within={within} hasCards={!hasAll} />}
        {sight !== 'dots' && <Background gap={24} size={1.5} color="var(--karma-canvas-dots)" />}
        {!isPhone && large && <MiniMapLayer scene={scene} />}
        {!isPhone && !large && (
          <MiniMap<ElementNode>
            className={classes.map}
            ariaLabel="Mini map"
            pannable
            zoomable
            nodeBorderRadius={16}
            nodeClassName={(node) => `status-${statusOf(node)}`}
            maskColor="color-mix(in srgb, var(--karma-canvas) 70%, transparent)"
          />
        )}
      </ReactFlow>
    </div>
  );
}

function bundleEdges({ bundles, groups }: LaidOut['visible']) {
  const names = new Map<ElementId, string>(groups.map(({ id, name }) => [id, `the group ${name}`]));
  return bundles.map((bundle) => bundleToEdge(bundle, (id) => names.get(id) ?? id));
}

/** What a click on the badge of a hub changes. */
function hubPatch(target: EventTarget) {
  const hub = hubAt(target);
  return hub && toggleHub(useEmphasis.getState().quiet, hub);
}

/** While something is dragged, the pointer rests on nothing else. */
const hover = ({ buttons }: MouseEvent, id: ElementId | null) => buttons === 0 && useHovered.setState({ id });

/** Whether a click was on what opens or shuts a group. */
const isToggle = ({ target }: MouseEvent) =>
  target instanceof Element && target.closest('[data-toggle-group]') !== null;

const elementOf = (node: Exclude<ElementNode, FrameNode>): ElementId =>
  node.type === 'component' ? node.data.card.id : node.data.group.id;

const statusOf = (node: ElementNode) =>
  node.type === 'component'
    ? node.data.card.status
    : node.type === 'shutGroup'
      ? node.data.group.status
      : 'frame';
