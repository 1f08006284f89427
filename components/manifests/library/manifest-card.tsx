'use client';
import { ActionIcon, Button } from '@mantine/core';
import { IconArrowBackUp, IconDots, IconPlayerPlay, IconTrashX } from '@tabler/icons-react';
import { lazy, memo } from 'react';
import { LazyMenu } from '#components/ui/lazy-menu.tsx';
import { Link } from '#components/ui/link.tsx';
import { MarkedText } from '#components/ui/marked-text.tsx';
import type { ManifestListItem } from '#lib/schemas/manifest.ts';
import { ContactSheet } from '../contact-sheet.tsx';
import { MatchLine, matchesElsewhere, nameRanges } from '../match-line.tsx';
import { TypeCounts } from '../type-counts.tsx';
import { CardStatus } from './card-status.tsx';
import classes from './manifest-card.module.css';
import type { ManifestActions } from './use-manifest-actions.tsx';

const cardMenu = () => import('./card-menu.tsx');
const CardMenu = lazy(() => cardMenu().then((file) => ({ default: file.CardMenu })));

type ManifestCardProps = {
  manifest: ManifestListItem;
  actions: ManifestActions;
  isSelected?: boolean;
  /** Of everything in it that can have the focus: in a grid Tab reaches one card. */
  tabIndex?: number;
  /** Without it the card cannot be deleted for ever from here. */
  onPurge?: (manifest: ManifestListItem) => void;
  /** Without it the card cannot be selected. */
  onSelect?: (manifest: ManifestListItem) => void;
};

/** A manifest in the library. The name's link covers the whole card; in the trash it goes back or goes for ever. */
export const ManifestCard = memo(function ManifestCard({
  manifest,
  actions,
  isSelected = false,
  tabIndex = 0,
  onPurge,
  onSelect,
}: ManifestCardProps) {
  const { manifest_id: id, name, status, version, tags, deleted_at, processing_progress: run } = manifest;
  const elsewhere = matchesElsewhere(manifest.matches);
  const markedName = <MarkedText text={name} ranges={nameRanges(manifest.matches)} />;

  return (
    <article
      className={classes.card}
      aria-label={name}
      data-trashed={deleted_at !== null || undefined}
      data-selected={isSelected || undefined}
    >
      <div className={classes.cover}>
        <ContactSheet tiles={manifest.sheet} count={manifest.asset_count} isDimmed={status !== 'DRAFT'} />
        {status === 'PROCESSING' && run && (
          <div className={classes.track}>
            <div
              className={classes.bar}
              style={{ width: `${(100 * (run.done + run.failed)) / (run.total || 1)}%` }}
            />
          </div>
        )}
      </div>
      <div className={classes.line}>
        <h2 className={classes.name}>
          {deleted_at ? (
            markedName
          ) : (
            <Link href={`/manifests/${id}`} className={classes.link} tabIndex={tabIndex}>
              {markedName}
            </Link>
          )}
        </h2>
        <span className={classes.version}>v{version}</span>
      </div>
      <CardStatus manifest={manifest} />
      <div className={classes.facts}>
        {elsewhere.length > 0 ? (
          <MatchLine matches={elsewhere} />
        ) : (
          <>
            <TypeCounts counts={manifest.type_counts} />
            <span className={classes.tags}>{tags.join(', ')}</span>
          </>
        )}
      </div>
      <div className={classes.actions}>
        {deleted_at ? (
          <>
            <Button
              size="xs"
              leftSection={<IconArrowBackUp size={16} stroke={1.5} />}
              onClick={() => actions.restore(id, name)}
              aria-label={`Restore ${name}`}
              tabIndex={tabIndex}
            >
              Restore
            </Button>
            {onPurge && (
              <Button
                size="xs"
                c="var(--vp-err)"
                leftSection={<IconTrashX size={16} stroke={1.5} />}
                onClick={() => onPurge(manifest)}
                aria-label={`Delete for ever: ${name}`}
                tabIndex={tabIndex}
              >
                Delete for ever
              </Button>
            )}
          </>
        ) : (
          <>
            {status !== 'PROCESSING' && (
              <ActionIcon
                component={Link}
                href={`/generate?manifest=${id}`}
                className={`${classes.onImage} ${classes.use}`}
                aria-label={`Use ${name} in a generation`}
                tabIndex={tabIndex}
              >
                <IconPlayerPlay size={16} stroke={1.5} />
              </ActionIcon>
            )}
            <LazyMenu
              preload={cardMenu}
              menu={(target) => (
                <CardMenu target={target} manifest={manifest} actions={actions} onSelect={onSelect} />
              )}
              target={
                <ActionIcon className={classes.onImage} aria-label={`More for ${name}`} tabIndex={tabIndex}>
                  <IconDots size={16} stroke={1.75} />
                </ActionIcon>
              }
            />
          </>
        )}
      </div>
    </article>
  );
});
