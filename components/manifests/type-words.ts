import type { AssetType } from '#lib/schemas/asset.ts';

/** Types in the order people look for them, with the words for one and for many. */
export const TYPE_ORDER = ['CHARACTER', 'ENVIRONMENT', 'PROP', 'OBJECT', 'STYLE', 'OTHER'] as const;

export const TYPE_WORDS: Record<AssetType, { one: string; many: string }> = {
  CHARACTER: { one: 'Character', many: 'Characters' },
  ENVIRONMENT: { one: 'Environment', many: 'Environments' },
  PROP: { one: 'Prop', many: 'Props' },
  OBJECT: { one: 'Object', many: 'Objects' },
  STYLE: { one: 'Style', many: 'Styles' },
  OTHER: { one: 'Other', many: 'Others' },
};

const LABELS: Record<AssetType, [one: string, many: string]> = {
  CHARACTER: ['character', 'characters'],
  ENVIRONMENT: ['environment', 'environments'],
  PROP: ['prop', 'props'],
  OBJECT: ['object', 'objects'],
  STYLE: ['style', 'styles'],
  OTHER: ['other asset', 'other assets'],
};

/** "3 characters" */
export const countLabel = (type: AssetType, count: number) => `${count} ${LABELS[type][count === 1 ? 0 : 1]}`;

const TYPE_OF_PREFIX: Record<string, AssetType> = {
  CHAR: 'CHARACTER',
  ENV: 'ENVIRONMENT',
  PROP: 'PROP',
  OBJ: 'OBJECT',
  STYLE: 'STYLE',
};

/** The type a tag belongs to: its prefix says it. */
export const typeOfTag = (tag: string): AssetType => TYPE_OF_PREFIX[tag.split('_')[0] ?? ''] ?? 'OTHER';
