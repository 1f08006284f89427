import { Kbd } from '@mantine/core';
import { TypeIcon } from '#components/manifests/type-icon.tsx';
import { TYPE_ORDER, TYPE_WORDS } from '#components/manifests/type-words.ts';
import type { AssetType } from '#lib/schemas/asset.ts';
import { useCreator } from './creator-context.tsx';
import details from './details.module.css';
import parts from './parts.module.css';

/** The six types as buttons. `value` null: several images of different types. */
export function TypeField({ ids, value }: { ids: string[]; value: AssetType | null }) {
  const { bulk, addFiles } = useCreator();
  return (
    <fieldset className={details.typeField}>
      <legend className={parts.fieldLegend}>
        <span>Type</span>
        <span className={details.keysHint}>
          <Kbd size="xs">1</Kbd> to <Kbd size="xs">6</Kbd>
        </span>
      </legend>
      <div className={details.types}>
        {TYPE_ORDER.map((type) => (
          <button
            key={type}
            type="button"
            className={details.type}
            aria-pressed={type === value}
            onClick={() => {
              if (type === value) return;
              addFiles.rememberType(type);
              void bulk.setType(ids, type);
            }}
          >
            <TypeIcon type={type} size={16} />
            {TYPE_WORDS[type].one}
          </button>
        ))}
      </div>
    </fieldset>
  );
}
