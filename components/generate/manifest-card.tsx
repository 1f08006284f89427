'use client';
import { Button } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconExternalLink, IconPhotoPlus } from '@tabler/icons-react';
import dynamic from 'next/dynamic';
import { ContactSheet } from '#components/manifests/contact-sheet.tsx';
import { StatusLabel } from '#components/manifests/status-label.tsx';
import { TypeCounts } from '#components/manifests/type-counts.tsx';
import { Link } from '#components/ui/link.tsx';
import { detailOf } from '#lib/client/http.ts';
import { AppError } from '#lib/errors.ts';
import type { ManifestDetail } from '#lib/schemas/manifest.ts';
import classes from './generate.module.css';

const ManifestPicker = dynamic(
  () => import('./manifest-picker.tsx').then((module) => module.ManifestPicker),
  {
    ssr: false,
  },
);

type Props = {
  manifest: ManifestDetail | null;
  isReading: boolean;
  error: Error | null;
  onChange: (manifestId: string | null) => void;
};

/** The well of the card in px: 376 wide, a little flatter than a library card. */
const SHEET_BOX = { width: 376, height: 226, padding: 8, gap: 3 };

/** The manifest the film will be made from, or the place to choose one. */
export function ManifestCard({ manifest, isReading, error, onChange }: Props) {
  const [isPicking, picker] = useDisclosure(false);
  const isGone = error instanceof AppError && error.code === 'not-found';
  return (
    <>
      <div className={classes.card}>
        {manifest && !isGone ? (
          <>
            <div className={classes.cardSheet}>
              <ContactSheet tiles={manifest.sheet} count={manifest.asset_count} box={SHEET_BOX} />
            </div>
            <div className={classes.cardName}>
              <h3>{manifest.name}</h3>
              <span className={classes.mono}>v{manifest.version}</span>
              <span className={classes.cardStatus}>
                <StatusLabel status={manifest.status} />
              </span>
            </div>
            <div className={classes.cardFoot}>
              <TypeCounts counts={manifest.type_counts} />
              <Button
                component={Link}
                href={`/manifests/${manifest.manifest_id}/edit`}
                title="Open in creator"
                size="xs"
                variant="subtle"
                className={classes.open}
                leftSection={<IconExternalLink size={14} />}
              >
                Open
              </Button>
              <Button size="xs" onClick={picker.open}>
                Change
              </Button>
            </div>
          </>
        ) : (
          <NoManifest
            isReading={isReading}
            isGone={isGone}
            error={error}
            onPick={picker.open}
            onNone={() => onChange(null)}
          />
        )}
      </div>
      {isPicking && (
        <ManifestPicker
          selectedId={manifest?.manifest_id ?? null}
          onClose={picker.close}
          onPick={(id) => {
            onChange(id);
            picker.close();
          }}
        />
      )}
    </>
  );
}

type NoManifestProps = {
  isReading: boolean;
  isGone: boolean;
  error: Error | null;
  onPick: () => void;
  onNone: () => void;
};

function NoManifest({ isReading, isGone, error, onPick, onNone }: NoManifestProps) {
  if (isReading) return <div className={classes.cardWaiting} aria-busy="true" />;
  const text = isGone
    ? 'The chosen manifest was deleted. The prompt and settings are kept.'
    : error
      ? detailOf(error)
      : 'A manifest gives the film its cast, places and look. Without one it is made from the prompt alone.';
  return (
    <div className={classes.noManifest} role={error ? 'alert' : undefined}>
      <IconPhotoPlus size={20} aria-hidden />
      <p>{text}</p>
      <span>
        <Button size="xs" onClick={onPick}>
          Choose a manifest
        </Button>
        {error && (
          <Button size="xs" variant="subtle" onClick={onNone}>
            Go on without
          </Button>
        )}
      </span>
    </div>
  );
}
