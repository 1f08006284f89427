'use client';
import { ActionIcon, Button } from '@mantine/core';
import { IconArrowBackUp, IconPlayerPlay } from '@tabler/icons-react';
import Link from 'next/link';
import { useRef } from 'react';
import { MarkedText } from '#components/ui/marked-text.tsx';
import type { ManifestListItem } from '#lib/schemas/manifest.ts';
import { ContactSheet } from '../contact-sheet.tsx';
import { MatchLine, matchesElsewhere, nameRanges } from '../match-line.tsx';
import { TypeCounts } from '../type-counts.tsx';
import { CardMenu } from './card-menu.tsx';
import { CardStatus } from './card-status.tsx';
import classes from './manifest-card.module.css';
import type { ManifestActions } from './use-manifest-actions.tsx';

type ManifestCardProps = { manifest: ManifestListItem; actions: ManifestActions };

/** A manifest in the library. The name's link covers the whole card; in the trash only "Restore" is left. */
export function ManifestCard({ manifest, actions }: ManifestCardProps) {
  const { manifest_id: id, name, status, version, tags, deleted_at, processing_progress: run } = manifest;
  const elsewhere = matchesElsewhere(manifest.matches);
  const markedName = <MarkedText text={name} ranges={nameRanges(manifest.matches)} />;
  const card = useRef<HTMLElement>(null);

  const remove = () => {
    const neighbour = card.current?.nextElementSibling ?? card.current?.previousElementSibling;
    void actions.remove(id, name);
    neighbour?.querySelector<HTMLElement>('h2 a')?.focus();
  };

  return (
    <article
      ref={card}
      className={classes.card}
      aria-label={name}
      data-trashed={deleted_at !== null || undefined}
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
            <Link href={`/manifests/${id}`} className={classes.link}>
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
          <Button
            size="xs"
            leftSection={<IconArrowBackUp size={16} stroke={1.5} />}
            onClick={() => actions.restore(id, name)}
            aria-label={`Restore ${name}`}
          >
            Restore
          </Button>
        ) : (
          <>
            {status !== 'PROCESSING' && (
              <ActionIcon
                component={Link}
                href={`/generate?manifest=${id}`}
                className={`${classes.onImage} ${classes.use}`}
                aria-label={`Use ${name} in a generation`}
              >
                <IconPlayerPlay size={16} stroke={1.5} />
              </ActionIcon>
            )}
            <CardMenu manifest={manifest} onDuplicate={() => actions.duplicate(id, name)} onDelete={remove} />
          </>
        )}
      </div>
    </article>
  );
}
