import dagre from '@dagrejs/dagre';
import { Graphviz } from '@hpcc-js/wasm-graphviz';
import { type Arrow, type Box, layered, type Positions, refined } from '@karma/layout';
import ELK, { type ElkNode } from 'elkjs';
import { z } from 'zod';
import type { Coordinates, ReferenceGraph } from './reference';

/** One way to place a graph. Groups are used where the engine knows them. */
export interface Engine {
  readonly name: string;
  /** By number of nodes: what issue 3 asks for. */
  readonly bars?: Readonly<Record<number, { readonly ms: number; readonly crossings?: number }>>;
  /** The largest graph that it places in bearable time. */
  readonly upTo: number;
  place(graph: ReferenceGraph): Promise<Coordinates> | Coordinates;
}

/** One of ours, with groups. */
function own(
  name: string,
  upTo: number,
  bars: NonNullable<Engine['bars']>,
  run: (boxes: readonly Box[], arrows: readonly Arrow[]) => Positions,
): Engine {
  return {
    name,
    upTo,
    bars,
    place({ nodes, edges }) {
      const id = (index: number) => nodes[index]?.id ?? '';
      const boxes = nodes.map((node) => ({ ...node, group: [String(node.group)] }));
      const positions = run(
        boxes,
        edges.map(({ from, to }) => ({ from: id(from), to: id(to) })),
      );
      return coordinates(nodes.map((node) => positions.get(node.id)));
    },
  };
}

const first = own(
  'ours, groups apart',
  20_000,
  { 1000: { ms: 60, crossings: 15 }, 10000: { ms: 400, crossings: 115 }, 20000: { ms: 700 } },
  layered,
);

const better = own('ours, refined', 1000, { 1000: { ms: 1500, crossings: 10 } }, (boxes, arrows) => {
  const run = refined(boxes, arrows);
  for (;;) {
    const step = run.next();
    if (step.done) return step.value;
  }
});

const elk: Engine = {
  name: 'ELK layered, defaults',
  upTo: 1000,
  async place({ nodes, edges }) {
    const answer = await new ELK().layout({
      id: 'root',
      layoutOptions: { 'elk.algorithm': 'layered', 'elk.direction': 'RIGHT' },
      children: nodes.map(({ id, width, height }) => ({ id, width, height })),
      edges: edges.map(({ from, to }, index) => ({
        id: `e${index}`,
        sources: [nodes[from]?.id ?? ''],
        targets: [nodes[to]?.id ?? ''],
      })),
    });
    const byId = new Map(answer.children?.map((child) => [child.id, child]));
    return coordinates(nodes.map(({ id }) => byId.get(id)));
  },
};

const elkCompound: Engine = {
  name: 'ELK layered, compound groups',
  upTo: 1000,
  async place({ nodes, edges }) {
    const groups = new Map(nodes.map(({ group }) => [group, nodes.filter((node) => node.group === group)]));
    const answer = await new ELK().layout({
      id: 'root',
      layoutOptions: {
        'elk.algorithm': 'layered',
        'elk.direction': 'RIGHT',
        'elk.hierarchyHandling': 'INCLUDE_CHILDREN',
      },
      children: [...groups].map(([group, members]) => ({
        id: `g${group}`,
        children: members.map(({ id, width, height }): ElkNode => ({ id, width, height })),
      })),
      edges: edges.map(({ from, to }, index) => ({
        id: `e${index}`,
        sources: [nodes[from]?.id ?? ''],
        targets: [nodes[to]?.id ?? ''],
      })),
    });
    const byId = new Map(
      answer.children?.flatMap(({ x: left = 0, y: top = 0, children = [] }) =>
        children.map(({ id, x = 0, y = 0 }) => [id, { x: left + x, y: top + y }] as const),
      ),
    );
    return coordinates(nodes.map(({ id }) => byId.get(id)));
  },
};

const dagreLongestPath: Engine = {
  name: 'dagre, longest path',
  upTo: 1000,
  place({ nodes, edges }) {
    const graph = new dagre.graphlib.Graph();
    graph.setGraph({ rankdir: 'LR', ranker: 'longest-path' });
    graph.setDefaultEdgeLabel(() => ({}));
    for (const { id, width, height } of nodes) graph.setNode(id, { width, height });
    for (const { from, to } of edges) graph.setEdge(nodes[from]?.id ?? '', nodes[to]?.id ?? '');
    dagre.layout(graph);
    return coordinates(
      nodes.map(({ id, width, height }) => {
        const { x, y } = pointSchema.parse(graph.node(id));
        return { x: x - width / 2, y: y - height / 2 };
      }),
    );
  },
};

const POINTS_PER_INCH = 72;

const dot: Engine = {
  name: 'Graphviz dot, no splines',
  upTo: 1000,
  async place({ nodes, edges }) {
    const graphviz = await Graphviz.load();
    const size = ({ width, height }: { width: number; height: number }) =>
      `width=${width / POINTS_PER_INCH},height=${height / POINTS_PER_INCH}`;
    const answer: unknown = JSON.parse(
      graphviz.dot(
        `digraph { rankdir=LR; splines=false; node [shape=box,fixedsize=true,label=""];
        ${nodes.map((node) => `${node.id} [${size(node)}];`).join('\n')}
        ${edges.map(({ from, to }) => `${nodes[from]?.id} -> ${nodes[to]?.id};`).join('\n')} }`,
        'json',
      ),
    );
    const placed = new Map(dotSchema.parse(answer).objects.map(({ name, pos }) => [name, pos]));
    return coordinates(
      nodes.map(({ id, width, height }) => {
        const [x = 0, y = 0] = (placed.get(id) ?? '').split(',').map(Number);
        return { x: x - width / 2, y: -y - height / 2 };
      }),
    );
  },
};

const pointSchema = z.object({ x: z.number(), y: z.number() });
const dotSchema = z.object({ objects: z.array(z.object({ name: z.string(), pos: z.string() })) });

export const ENGINES: readonly Engine[] = [first, better, elk, elkCompound, dagreLongestPath, dot];

function coordinates(points: readonly ({ x?: number; y?: number } | undefined)[]): Coordinates {
  return {
    x: points.map((point) => point?.x ?? Number.NaN),
    y: points.map((point) => point?.y ?? Number.NaN),
  };
}
