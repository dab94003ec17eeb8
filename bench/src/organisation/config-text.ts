import type { Random } from './random';
import { nicknameKey } from './types';

interface Named {
  readonly type: string;
  readonly nickname: string;
}

const TEAMS = ['platform', 'orders', 'tracking', 'pricing', 'identity', 'data', 'web', 'search'];
const WORDS = [
  'timeout',
  'retries',
  'window',
  'threshold',
  'batch',
  'interval',
  'limit',
  'ratio',
  'delay',
  'budget',
];
const SIZES = ['small', 'medium', 'large', 'xlarge', '2xlarge'];

/** A realistic config that names its providers, filled up with settings to about `bytes`. */
export function configText(
  { type, nickname }: Named,
  providers: readonly Named[],
  bytes: number,
  random: Random,
): string {
  const team = random.pick(TEAMS);
  const settings: Record<string, unknown> = { size: 1 + random.below(8), class: random.pick(SIZES) };
  const config = {
    name: `bench-${nickname}`,
    description: `Synthetic ${type} number ${random.below(1_000_000)} of team ${team}`,
    dependencies: providers.map((provider) => ({ [nicknameKey(provider.type)]: provider.nickname })),
    settings,
    tags: { Owner: team, CostCenter: `CC-${1000 + random.below(9000)}`, Tier: String(1 + random.below(3)) },
  };
  let length = JSON.stringify(config, null, 2).length;
  for (let n = 1; length < bytes; n++) {
    const key = `${random.pick(WORDS)}_${random.pick(WORDS)}_${n}`;
    const value =
      random.next() < 0.5 ? random.below(10_000) : `${random.pick(WORDS)} of ${random.pick(TEAMS)}`;
    settings[key] = value;
    length += key.length + String(value).length + 12;
  }
  return `${JSON.stringify(config, null, 2)}\n`;
}
