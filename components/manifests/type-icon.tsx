import {
  IconAsterisk,
  IconCube,
  IconKey,
  IconMountain,
  IconPalette,
  type IconProps,
  IconUser,
} from '@tabler/icons-react';
import type { ComponentType } from 'react';
import type { AssetType } from '#lib/schemas/asset.ts';
import { TYPE_WORDS } from './type-words.ts';

const ICONS: Record<AssetType, ComponentType<IconProps>> = {
  CHARACTER: IconUser,
  ENVIRONMENT: IconMountain,
  PROP: IconKey,
  OBJECT: IconCube,
  STYLE: IconPalette,
  OTHER: IconAsterisk,
};

type TypeIconProps = {
  type: AssetType;
  size?: number /** Names the type where no word beside it does. */;
  labelled?: boolean;
};

/** The icon and colour of an asset type. */
export function TypeIcon({ type, size = 14, labelled = false }: TypeIconProps) {
  const Icon = ICONS[type];
  const name = labelled
    ? { role: 'img', 'aria-label': TYPE_WORDS[type].one }
    : { 'aria-hidden': true as const };
  return (
    <Icon
      size={size}
      stroke={1.5}
      color={`var(--vp-type-${type.toLowerCase()})`}
      style={{ flex: 'none' }}
      {...name}
    />
  );
}
