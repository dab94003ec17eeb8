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
  for (let n = 0; length < bytes; n++) {
    const key = settingOf(type, n);
    const value = n % 2 === 0 ? random.below(10_000) : `${random.pick(WORDS)} of ${random.pick(TEAMS)}`;
    settings[key] = value;
    length += key.length + String(value).length + 12;
  }
  return `${JSON.stringify(config, null, 2)}\n`;
}

/** Name of the n-th setting of a type: configs of one type have the same keys, as its module reads them. */
function settingOf(type: string, n: number): string {
  const word = (index: number) => WORDS[index % WORDS.length];
  const round = Math.floor(n / WORDS.length ** 2);
  return `${word(n)}_${word(Math.floor(n / WORDS.length) + type.length)}${round > 0 ? `_${round}` : ''}`;
}
