import { type Category, categoryOf } from '@karma/render';
import {
  IconApi,
  IconBolt,
  IconBucket,
  IconCpu,
  IconDatabase,
  IconLambda,
  IconNetwork,
  IconPackage,
  IconRoute2,
  IconShield,
  IconTerminal2,
  IconWorld,
  IconWorldWww,
} from '@tabler/icons-react';
import classes from './TypeIcon.module.css';

const ICONS = {
  network: IconNetwork,
  dns: IconRoute2,
  data: IconDatabase,
  storage: IconBucket,
  function: IconLambda,
  compute: IconCpu,
  web: IconWorldWww,
  api: IconApi,
  messaging: IconBolt,
  security: IconShield,
  operations: IconTerminal2,
  external: IconWorld,
  other: IconPackage,
} satisfies Record<Category, typeof IconPackage>;

/** A tile with the icon of the type's category; decoration beside the type's name, which says the same. */
export function TypeIcon({ type, size = 32 }: { type: string; size?: number | string }) {
  const category = categoryOf(type);
  const Icon = ICONS[category];
  return (
    <span className={classes.tile} data-category={category} style={{ width: size, height: size }} aria-hidden>
      <Icon size={typeof size === 'number' ? Math.round(size * 0.56) : '56%'} stroke={1.75} />
    </span>
  );
}
