import { EXTERNAL_TYPE_PREFIX } from '@karma/core';
import {
  type Icon,
  IconActivity,
  IconBolt,
  IconCube,
  IconDatabase,
  IconExternalLink,
  IconKey,
  IconMessages,
  IconSitemap,
  IconWorld,
} from '@tabler/icons-react';
import { type TypeCategory, typeCategory } from './type-category';

const ICONS: Readonly<Record<TypeCategory, Icon>> = {
  compute: IconBolt,
  network: IconSitemap,
  data: IconDatabase,
  web: IconWorld,
  security: IconKey,
  messaging: IconMessages,
  operations: IconActivity,
  other: IconCube,
};

/** The icon of a component type, in the hue of its category. */
export function TypeIcon({ type, size = 16 }: { type: string; size?: number }) {
  const category = typeCategory(type);
  const isExternal = type.startsWith(EXTERNAL_TYPE_PREFIX);
  const TheIcon = isExternal ? IconExternalLink : ICONS[category];
  const hue = isExternal || category === 'other' ? 'operations' : category;
  return (
    <TheIcon
      size={size}
      stroke={1.7}
      color={`var(--karma-hue-${hue})`}
      aria-hidden
      style={{ flex: 'none' }}
    />
  );
}
