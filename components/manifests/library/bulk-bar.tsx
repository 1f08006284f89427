import { Button, Kbd, Menu, Tooltip } from '@mantine/core';
import {
  IconArrowBackUp,
  IconCategory,
  IconCheck,
  IconCopy,
  IconFileExport,
  IconTrash,
  IconTrashX,
} from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { countWords } from '#lib/client/bulk-words.ts';
import { BULK_LIMITS, type BulkEdit, type ManifestBrief } from '#lib/schemas/bulk.ts';
import { MANIFEST_CATEGORIES, type ManifestCategory } from '#lib/schemas/manifest.ts';
import { categoryLabel } from '../category-label.ts';
import classes from './bulk-bar.module.css';
import { BulkTags } from './bulk-tags.tsx';

const ICON = { size: 16, stroke: 1.5, 'aria-hidden': true } as const;

type BulkBarProps = {
  picked: readonly ManifestBrief[];
  isTrash: boolean;
  isBusy: boolean;
  onAct: (act: Omit<BulkEdit, 'manifest_ids'>) => void;
  onPurge: () => void;
  onClear: () => void;
};

/** What can be done with everything that is selected. */
export function BulkBar({ picked, isTrash, isBusy, onAct, onPurge, onClear }: BulkBarProps) {
  const assets = picked.reduce((sum, item) => sum + item.asset_count, 0);
  return (
    <section className={classes.bar} aria-label="Selection" aria-busy={isBusy} data-bulk-bar>
      <p className={classes.count}>
        <strong>{picked.length.toLocaleString('en')} selected</strong> {countWords(assets, 'asset')}
      </p>
      <div className={classes.acts}>
        {isTrash ? (
          <>
            <Act icon={<IconArrowBackUp {...ICON} />} onClick={() => onAct({ restore: true })}>
              Restore
            </Act>
            <Act icon={<IconTrashX {...ICON} />} isDanger onClick={onPurge}>
              Delete for ever
            </Act>
          </>
        ) : (
          <>
            <BulkTags picked={picked} onApply={onAct} />
            <Categories picked={picked} onPick={(category) => onAct({ category })} />
            <Act
              icon={<IconCopy {...ICON} />}
              onClick={() => onAct({ duplicate: true })}
              limit={picked.length > BULK_LIMITS.duplicates && `${BULK_LIMITS.duplicates} at once at most`}
            >
              Duplicate
            </Act>
            <Act
              icon={<IconFileExport {...ICON} />}
              href={exportUrl(picked)}
              limit={picked.length > BULK_LIMITS.exports && `${BULK_LIMITS.exports} at once at most`}
            >
              Export
            </Act>
            <Act icon={<IconTrash {...ICON} />} isDanger onClick={() => onAct({ delete: true })}>
              Delete
            </Act>
          </>
        )}
      </div>
      <Button
        variant="subtle"
        className={classes.clear}
        rightSection={<Kbd aria-hidden="true">Esc</Kbd>}
        onClick={onClear}
      >
        Clear
      </Button>
    </section>
  );
}

const exportUrl = (picked: readonly ManifestBrief[]) =>
  `/api/manifests/export?ids=${picked
    .slice(0, BULK_LIMITS.exports)
    .map((item) => item.manifest_id)
    .join(',')}`;

type ActProps = {
  icon: ReactNode;
  children: string;
  isDanger?: boolean;
  /** Why it cannot be done with so many. */
  limit?: string | false;
} & ({ href: string } | { onClick: () => void });

function Act({ icon, children, isDanger = false, limit = false, ...way }: ActProps) {
  const look = {
    variant: 'subtle',
    className: classes.act,
    leftSection: icon,
    ...(isDanger && { c: 'var(--vp-err)' }),
  } as const;
  if (limit)
    return (
      <Tooltip label={limit}>
        <Button {...look} aria-disabled data-disabled aria-label={`${children}: ${limit}`}>
          {children}
        </Button>
      </Tooltip>
    );
  return 'href' in way ? (
    <Button {...look} component="a" href={way.href} download>
      {children}
    </Button>
  ) : (
    <Button {...look} onClick={way.onClick}>
      {children}
    </Button>
  );
}

type CategoriesProps = { picked: readonly ManifestBrief[]; onPick: (category: ManifestCategory) => void };

function Categories({ picked, onPick }: CategoriesProps) {
  const [first, ...others] = new Set(picked.map((item) => item.category));
  const common = others.length === 0 ? (first ?? '') : '';
  return (
    <Menu position="top" width={200} checkIcon={<IconCheck size={16} stroke={1.75} aria-hidden="true" />}>
      <Menu.Target>
        <Button variant="subtle" className={classes.act} leftSection={<IconCategory {...ICON} />}>
          Category
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.RadioGroup value={common} onChange={(value) => onPick(value as ManifestCategory)}>
          {MANIFEST_CATEGORIES.map((category) => (
            <Menu.RadioItem key={category} closeMenuOnClick value={category}>
              {categoryLabel(category)}
            </Menu.RadioItem>
          ))}
        </Menu.RadioGroup>
      </Menu.Dropdown>
    </Menu>
  );
}
