import { type ComponentId, componentId } from '@karma/core';
import { configText } from './config-text';
import { createRandom, type Random } from './random';
import { HUBS, LAYERS, modules } from './types';

export interface Size {
  readonly components: number;
  readonly seed: number;
  /** Bytes of a config, about; between 0.5 and 2 KB when left out. */
  readonly configBytes?: number;
}

/** A synthetic organisation of one environment, the same for the same size and seed. */
export interface Organisation {
  /** Path in the config repo → text. */
  readonly configs: ReadonlyMap<string, string>;
  /** Path in the modules repo → text. */
  readonly modules: ReadonlyMap<string, string>;
  readonly ids: readonly ComponentId[];
  /** What most components depend on, directly or not. */
  readonly hub: ComponentId;
  readonly dependencies: number;
}

export const ENVIRONMENT = 'prod';

/** Share of dependencies that point back up and so close cycles. */
const BACKWARDS = 0.03;
/** Dependencies of a component besides those on hubs, on average: with these about 1.6 in all. */
const DEPENDENCIES = 1.24;

interface Node {
  readonly type: string;
  readonly nickname: string;
  readonly layer: number;
}

/** Typed layers with shared hubs, about 1.6 dependencies a component, 3 % of them closing cycles. */
export function generateOrganisation({ components, seed, configBytes }: Size): Organisation {
  const random = createRandom(seed * 1_000_003 + components);
  const hubs = HUBS.map(({ type }): Node => ({ type, nickname: 'main', layer: LAYERS.length }));
  const layers: Node[][] = LAYERS.map(() => []);
  for (let at = hubs.length; at < components; at++) {
    const layer = pickLayer(random);
    const siblings = layers[layer];
    const type = LAYERS[layer]?.type ?? LAYERS[0].type;
    siblings?.push({ type, nickname: `${type.split('-')[0]}-${siblings.length + 1}`, layer });
  }
  const configs = new Map<string, string>();
  const ids: ComponentId[] = [];
  let dependencies = 0;
  for (const node of [...hubs, ...layers.flat()]) {
    const targets = node.layer === LAYERS.length ? [] : providersOf(node, layers, hubs, random);
    dependencies += targets.length;
    const bytes = configBytes ?? 500 + random.below(1500);
    configs.set(configPath(node), configText(node, targets, bytes, random));
    ids.push(componentId(ENVIRONMENT, node.type, node.nickname));
  }
  return {
    configs,
    modules: modules(),
    ids,
    hub: componentId(ENVIRONMENT, HUBS[0].type, 'main'),
    dependencies,
  };
}

function configPath({ type, nickname }: Pick<Node, 'type' | 'nickname'>): string {
  return `iac/${ENVIRONMENT}/${type}/${nickname}/config.json`;
}

function pickLayer(random: Random): number {
  let rest = random.next();
  const layer = LAYERS.findIndex(({ share }) => {
    rest -= share;
    return rest < 0;
  });
  return layer < 0 ? LAYERS.length - 1 : layer;
}

function providersOf(
  node: Node,
  layers: readonly (readonly Node[])[],
  hubs: readonly Node[],
  random: Random,
): Node[] {
  const providers = new Set<Node>();
  for (const [index, hub] of hubs.entries())
    if (random.next() < (HUBS[index]?.popularity ?? 0)) providers.add(hub);
  const wanted = Math.floor(DEPENDENCIES * 2 * random.next() + 0.5);
  for (let n = 0; n < wanted; n++) {
    const back = random.next() < BACKWARDS;
    const layer = back ? node.layer - 1 - random.below(2) : node.layer + 1 + random.below(2);
    const choices = layers[Math.min(Math.max(layer, 0), LAYERS.length - 1)] ?? [];
    // A few of each layer are popular, most are not.
    const provider = choices[Math.floor(random.next() ** 2 * choices.length)];
    if (provider !== undefined && provider !== node) providers.add(provider);
  }
  return [...providers];
}
