'use client';
import { Combobox, useCombobox } from '@mantine/core';
import { IconPlus, IconStarFilled } from '@tabler/icons-react';
import { type DragEvent, useRef, useState } from 'react';
import { VIEW_WORDS } from '#components/manifests/view-words.ts';
import { ASSET_VIEWS, type Asset, type AssetView, IMAGE_MEDIA_TYPES } from '#lib/schemas/asset.ts';
import { useCreator } from './creator-context.tsx';
import { boxesOf, boxTitle, cropName } from './image-boxes.ts';
import review from './review.module.css';
import { slotCandidates } from './slot-candidates.ts';
import { useKeepCrop } from './use-keep-crop.ts';
import type { ReferenceSlotsState } from './use-reference-slots.ts';

type Props = { asset: Asset; view: AssetView; slots: ReferenceSlotsState };

/** One side of the subject. Its list searches the manifest and holds everything else that can be done with it. */
export function ReferenceSlot({ asset, view, slots }: Props) {
  const { assets, selection, changeAsset } = useCreator();
  const [query, setQuery] = useState('');
  const [isTarget, setIsTarget] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  const keep = useKeepCrop(asset);
  const combobox = useCombobox({
    onDropdownClose: () => {
      setQuery('');
      combobox.resetSelectedOption();
      combobox.focusTarget();
    },
    onDropdownOpen: () => combobox.focusSearchInput(),
  });
  const held = slots.inSlot(view);
  const boxes = boxesOf(asset).filter((box) => box.confidence !== null);
  const candidates = slotCandidates(assets, asset, held, query);

  function act(value: string) {
    const [verb = '', id = ''] = value.split(' ');
    combobox.closeDropdown();
    if (verb === 'asset') slots.fill(view, id);
    else if (verb === 'clear') slots.clear(view);
    else if (verb === 'upload') input.current?.click();
    else if (verb === 'open' && held) selection.select(held.asset_id);
    else if (verb === 'primary' && held)
      changeAsset(held.asset_id, { is_primary: !held.is_primary }, { now: true });
    else if (verb === 'move' && held) slots.fill(id as AssetView, held.asset_id);
    else if (verb === 'box') {
      const box = boxes.find(({ key }) => key === id);
      if (box)
        keep.mutate({ bbox: box.bbox, name: cropName(asset, box), asset_type: asset.asset_type, view });
    }
  }

  function onDrop(event: DragEvent) {
    event.preventDefault();
    setIsTarget(false);
    // The page's own drop place did not see where the file went: it shall not wait for it.
    document.dispatchEvent(new Event('dragleave'));
    const file = event.dataTransfer.files[0];
    if (file) slots.upload(file, view);
  }

  return (
    <li className={review.slot}>
      <Combobox
        classNames={{ search: review.slotSearch }}
        store={combobox}
        onOptionSubmit={act}
        position="bottom-end"
        width={272}
      >
        <Combobox.Target targetType="button">
          <button
            type="button"
            className={review.slotPlace}
            aria-label={slots.label(view)}
            disabled={slots.isBusy || keep.isPending}
            data-drop={isTarget || undefined}
            onClick={() => combobox.toggleDropdown()}
            onDragEnter={() => setIsTarget(true)}
            onDragLeave={() => setIsTarget(false)}
            onDragOver={(event) => event.preventDefault()}
            onDrop={onDrop}
          >
            {held?.thumbnail_url ? (
              <img src={held.thumbnail_url} alt="" />
            ) : (
              <IconPlus size={18} aria-hidden />
            )}
            {held?.is_primary && (
              <IconStarFilled size={14} className={review.slotStar} aria-label="primary reference" />
            )}
          </button>
        </Combobox.Target>
        <Combobox.Dropdown>
          <Combobox.Search
            aria-label={`Image for ${VIEW_WORDS[view]}`}
            placeholder="Tag or name"
            value={query}
            onChange={(event) => {
              setQuery(event.currentTarget.value);
              combobox.updateSelectedOptionIndex();
            }}
          />
          <Combobox.Options mah={320} style={{ overflowY: 'auto' }} aria-label={VIEW_WORDS[view]}>
            {query === '' && held && (
              <Combobox.Group label={`${held.manifest_tag} ${held.name}`}>
                {held.asset_id !== asset.asset_id && <Combobox.Option value="open">Open it</Combobox.Option>}
                <Combobox.Option value="primary">
                  {held.is_primary ? 'Not primary any more' : 'Make it primary'}
                </Combobox.Option>
                {ASSET_VIEWS.filter((other) => other !== view).map((other) => (
                  <Combobox.Option key={other} value={`move ${other}`}>
                    {slots.inSlot(other) ? `Swap with ${VIEW_WORDS[other]}` : `Move to ${VIEW_WORDS[other]}`}
                  </Combobox.Option>
                ))}
                <Combobox.Option value="clear">Clear the slot</Combobox.Option>
              </Combobox.Group>
            )}
            {query === '' && (
              <Combobox.Group label="New">
                <Combobox.Option value="upload">Upload an image</Combobox.Option>
                {boxes.map((box) => (
                  <Combobox.Option key={box.key} value={`box ${box.key}`}>
                    Crop {boxTitle(box)}
                  </Combobox.Option>
                ))}
              </Combobox.Group>
            )}
            <Combobox.Group label="From this manifest">
              {candidates.map((each) => (
                <Combobox.Option key={each.asset_id} value={`asset ${each.asset_id}`}>
                  <span className={review.slotChoice}>
                    {each.thumbnail_url && <img src={each.thumbnail_url} alt="" loading="lazy" />}
                    {each.manifest_tag} {each.name}
                  </span>
                </Combobox.Option>
              ))}
            </Combobox.Group>
            {candidates.length === 0 && <Combobox.Empty>No other image fits</Combobox.Empty>}
          </Combobox.Options>
        </Combobox.Dropdown>
      </Combobox>
      <span className={review.slotName} title={held?.name}>
        {VIEW_WORDS[view]}
      </span>
      <input
        ref={input}
        type="file"
        hidden
        accept={IMAGE_MEDIA_TYPES.join()}
        aria-label={`Image file for ${VIEW_WORDS[view]}`}
        onChange={(event) => {
          const file = event.currentTarget.files?.[0];
          event.currentTarget.value = '';
          if (file) slots.upload(file, view);
        }}
      />
    </li>
  );
}
