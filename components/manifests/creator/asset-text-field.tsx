import { Textarea, TextInput } from '@mantine/core';
import type { ReactNode } from 'react';
import type { Asset } from '#lib/schemas/asset.ts';
import { ASSET_LIMITS } from '#lib/schemas/asset.ts';
import { useCreator } from './creator-context.tsx';
import details from './details.module.css';
import { useFieldText } from './use-field-text.ts';

type Field = 'name' | 'description' | 'reverse_prompt' | 'visual_description';
type Props = { asset: Asset; field: Field; label: string; aside?: ReactNode; placeholder?: string };

/** One text of an asset, saved while it is typed; a refusal shows here and the text stays. */
export function AssetTextField({ asset, field, label, aside, placeholder }: Props) {
  const { changeAsset, saves } = useCreator();
  const text = useFieldText(
    asset[field] ?? '',
    (value) => changeAsset(asset.asset_id, { [field]: value }),
    () => saves.flush(asset.asset_id),
  );
  const shared = {
    ...text,
    label: (
      <span className={details.fieldLabel}>
        <span>{label}</span>
        <span className={details.fieldAside}>{aside}</span>
      </span>
    ),
    labelProps: { className: details.fieldLabelBox },
    error: saves.fieldError(asset.asset_id, field),
    placeholder,
    'aria-label': label,
  };
  if (field === 'name') return <TextInput {...shared} maxLength={ASSET_LIMITS.name} />;
  return <Textarea {...shared} autosize minRows={2} maxRows={12} maxLength={ASSET_LIMITS.description} />;
}
