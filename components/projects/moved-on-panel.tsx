import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { TagChip } from '#components/manifests/tag-chip.tsx';
import { Link } from '#components/ui/link.tsx';
import { Picture } from '#components/ui/picture.tsx';
import { manifestDetailOptions } from '#lib/client/manifest-queries.ts';
import { projectSnapshotOptions } from '#lib/client/project-queries.ts';
import type { ProjectDetail } from '#lib/schemas/project.ts';
import type { SnapshotAsset } from '#lib/schemas/snapshot.ts';
import classes from './film.module.css';

/** Changed assets shown with both pictures; more are counted. */
const SHOWN = 3;

/** What is different in the library since this film froze its manifest; nothing while nothing is. */
export function MovedOnPanel({ project }: { project: ProjectDetail }) {
  const { data: answer } = useQuery({
    ...projectSnapshotOptions(project.project_id),
    enabled: project.manifest_id !== null,
  });
  const diff = answer?.diff;
  const differs = diff && diff.added.length + diff.removed.length + diff.changed.length > 0;
  const { data: live } = useQuery({
    ...manifestDetailOptions(answer?.manifest_id ?? ''),
    enabled: Boolean(differs && diff.live_version !== null),
  });
  if (!answer || !diff || (!differs && diff.live_version !== null)) return null;
  if (diff.live_version === null) {
    return (
      <section className={classes.movedOn}>
        <h2>The manifest was deleted</h2>
        <p>This film keeps v{answer.version} with all its assets.</p>
      </section>
    );
  }
  const frozen = new Map(answer.snapshot.assets.map((asset) => [asset.manifest_tag, asset]));
  const liveUrl = new Map(live?.assets.map((asset) => [asset.manifest_tag, asset.reference_image_url]));
  return (
    <section className={classes.movedOn} aria-labelledby="moved-on-title">
      <div className={classes.movedOnHead}>
        <h2 id="moved-on-title">The manifest has moved on</h2>
        <span className={classes.mono}>
          v{answer.version} → <b>v{diff.live_version}</b>
        </span>
      </div>
      <p>
        {changeWords(diff, answer.snapshot.assets.length)} This film keeps v{answer.version}.
      </p>
      {diff.changed.slice(0, SHOWN).map(({ manifest_tag, fields }) => (
        <Change
          key={manifest_tag}
          asset={frozen.get(manifest_tag)}
          fields={fields}
          liveUrl={liveUrl.get(manifest_tag) ?? null}
          versions={[answer.version, diff.live_version ?? 0]}
        />
      ))}
      {diff.changed.length > SHOWN && <p>{diff.changed.length - SHOWN} more changed.</p>}
      <Button
        component={Link}
        href={`/manifests/${answer.manifest_id}?compare=v${answer.version}..v${diff.live_version}`}
        variant="subtle"
        color="gray"
        fullWidth
      >
        Compare v{answer.version} with v{diff.live_version}
      </Button>
      <Button component={Link} href={`/generate?from=${project.project_id}`} fullWidth>
        Generate with v{diff.live_version}
      </Button>
    </section>
  );
}

type Diff = { added: string[]; removed: string[]; changed: unknown[] };

function changeWords({ added, removed, changed }: Diff, total: number): string {
  const parts = [
    changed.length > 0 && `${changed.length} of ${total} assets changed`,
    added.length > 0 && `${added.length} added`,
    removed.length > 0 && `${removed.length} removed`,
  ].filter(Boolean);
  return `${parts.join(', ')}.`;
}

type ChangeProps = {
  asset: SnapshotAsset | undefined;
  fields: string[];
  liveUrl: string | null;
  versions: [frozen: number, live: number];
};

function Change({ asset, fields, liveUrl, versions }: ChangeProps) {
  if (!asset) return null;
  const showsImages = fields.includes('image');
  return (
    <div className={classes.change}>
      <div className={classes.changeHead}>
        <TagChip tag={asset.manifest_tag} type={asset.asset_type} />
        <span>{asset.name}</span>
        <span className={classes.quiet}>{fields.join(', ')}</span>
      </div>
      {showsImages && (
        <div className={classes.pair}>
          <Version
            url={asset.image_hash && `/api/blobs/${asset.image_hash}`}
            version={versions[0]}
            when="this film"
          />
          <Version url={liveUrl} version={versions[1]} when="now" />
        </div>
      )}
    </div>
  );
}

function Version({ url, version, when }: { url: string | null; version: number; when: string }) {
  return (
    <figure>
      <span className={classes.pictureWell}>{url && <Picture url={url} sizes="170px" />}</span>
      <figcaption>
        <span className={classes.mono}>v{version}</span> {when}
      </figcaption>
    </figure>
  );
}
