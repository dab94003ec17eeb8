import { z } from 'zod';

/** The reference graphs and the quality measure lie beside the checkout, for all who compare with them. */
const REFERENCE = new URL('../../../../shared/bench/', import.meta.url);

const graphSchema = z.object({
  nodes: z.array(z.looseObject({ id: z.string(), group: z.number(), w: z.number(), h: z.number() })),
  edges: z.array(z.looseObject({ s: z.number(), t: z.number() })),
});
const qualitySchema = z.object({
  crossPerEdge: z.number(),
  avgLen: z.number(),
  aspect: z.number(),
  overlap: z.number(),
  fwd: z.number(),
});
const call = z.custom<(...args: unknown[]) => unknown>((value) => typeof value === 'function');

export type Quality = z.infer<typeof qualitySchema>;

/** Coordinates of upper left corners, by number of the node. */
export interface Coordinates {
  readonly x: ArrayLike<number>;
  readonly y: ArrayLike<number>;
}

export interface ReferenceGraph {
  readonly nodes: readonly {
    readonly id: string;
    readonly group: number;
    readonly width: number;
    readonly height: number;
  }[];
  /** Numbers of consumer and provider. */
  readonly edges: readonly { readonly from: number; readonly to: number }[];
  measure(places: Coordinates): Quality;
}

/** @returns makes the reference graph of a size. @throws when the reference is not beside the checkout. */
export async function loadReference(seed: number): Promise<(size: number) => ReferenceGraph> {
  const load = (file: string): Promise<unknown> => import(new URL(file, REFERENCE).href);
  const { gen } = z.object({ gen: call }).parse(await load('graph-generator.mjs'));
  const { quality } = z.object({ quality: call }).parse(await load('layout-quality.mjs'));
  return (size) => {
    const raw = gen(size, seed);
    const { nodes, edges } = graphSchema.parse(raw);
    return {
      nodes: nodes.map(({ id, group, w, h }) => ({ id, group, width: w, height: h })),
      edges: edges.map(({ s, t }) => ({ from: s, to: t })),
      measure: (places) => qualitySchema.parse(quality(raw, places)),
    };
  };
}
