import { useQuery } from '@tanstack/react-query';
import { ContactSheet } from '#components/manifests/contact-sheet.tsx';
import { Link } from '#components/ui/link.tsx';
import { projectSnapshotOptions } from '#lib/client/project-queries.ts';
import type { ProjectDetail } from '#lib/schemas/project.ts';
import classes from './run.module.css';
import { ShortDigest } from './short-digest.tsx';
import { snapshotTiles } from './snapshot-tiles.ts';

/** The manifest as this film froze it. */
export function FrozenPanel({ project }: { project: ProjectDetail }) {
  const { data: snapshot } = useQuery({
    ...projectSnapshotOptions(project.project_id),
    enabled: project.manifest_id !== null,
  });
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
              <Link href={`/manifests/${project.manifest_id}`} className={classes.link}>
                {project.manifest_name}
              </Link>{' '}
              <span className={classes.mono}>v{project.manifest_version}</span>
            </span>
            {project.snapshot_digest && (
              <ShortDigest hash={project.snapshot_digest} label="snapshot digest" />
            )}
          </div>
        </>
      )}
    </section>
  );
}
