'use client';
import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import dynamic from 'next/dynamic';
import { parseAsString, useQueryState } from 'nuqs';
import { ContactSheet } from '#components/manifests/contact-sheet.tsx';
import { Link } from '#components/ui/link.tsx';
import { projectSnapshotOptions } from '#lib/client/project-queries.ts';
import { isActive } from '#lib/projects/project-state.ts';
import type { ProjectDetail } from '#lib/schemas/project.ts';
import classes from './run.module.css';
import { ShortDigest } from './short-digest.tsx';
import { ALL_ASSETS } from './snapshot/all-assets.ts';
import { SaveManifest } from './snapshot/save-manifest.tsx';
import { snapshotTiles } from './snapshot-tiles.ts';

const SnapshotBrowser = dynamic(
  () => import('./snapshot/snapshot-browser.tsx').then((file) => file.SnapshotBrowser),
  { ssr: false },
);

/** The manifest as this film froze it: its sheet, every asset on demand, version and digest. */
export function FrozenPanel({ project }: { project: ProjectDetail }) {
  const { data: snapshot } = useQuery({
    ...projectSnapshotOptions(project.project_id),
    enabled: project.manifest_id !== null,
  });
  const [shown, setShown] = useQueryState('frozen', parseAsString);
  const count = snapshot?.snapshot.assets.length ?? null;
  const open = (tag: string) => setShown(tag, { history: shown === null ? 'push' : 'replace' });
  return (
    <section aria-labelledby="frozen-title">
      <h2 id="frozen-title" className={classes.sideTitle}>
        {project.manifest_id === null ? 'References' : 'Frozen with this film'}
      </h2>
      {project.manifest_id === null ? (
        <p className={classes.description}>Made without a manifest, from the prompt alone.</p>
      ) : (
        <>
          {snapshot ? (
            <ContactSheet tiles={snapshotTiles(snapshot)} count={snapshot.snapshot.assets.length} />
          ) : (
            <div className={classes.sheetWaiting} />
          )}
          <div className={classes.row} style={{ marginTop: 8 }}>
            <span>
              <ManifestName project={project} />{' '}
              <span className={classes.mono}>v{project.manifest_version}</span>
            </span>
            {project.snapshot_digest && (
              <ShortDigest hash={project.snapshot_digest} label="snapshot digest" />
            )}
          </div>
          <Button
            variant="subtle"
            color="gray"
            fullWidth
            mt={4}
            disabled={!count}
            onClick={() => open(ALL_ASSETS)}
          >
            {count === null || count === 0
              ? 'No assets to show'
              : count === 1
                ? 'Show the asset as it was'
                : `Show all ${count} assets as they were`}
          </Button>
          {project.manifest_is_own && !isActive(project) && <SaveManifest project={project} />}
          {shown !== null && snapshot && (
            <SnapshotBrowser
              project={project}
              answer={snapshot}
              shown={shown}
              onShow={open}
              onClose={() => setShown(null)}
            />
          )}
        </>
      )}
    </section>
  );
}

/** A quick upload has no page until it is in the library. */
function ManifestName({ project }: { project: ProjectDetail }) {
  if (project.manifest_is_own) return <>Quick upload</>;
  return (
    <Link href={`/manifests/${project.manifest_id}`} className={classes.link}>
      {project.manifest_name}
    </Link>
  );
}
