'use client';
import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import dynamic from 'next/dynamic';
import { parseAsBoolean, useQueryState } from 'nuqs';
import { Link } from '#components/ui/link.tsx';
import { showProblem } from '#components/ui/show-undo.tsx';
import { projectSnapshotOptions } from '#lib/client/project-queries.ts';
import { useFork } from '#lib/client/use-fork.ts';
import type { ProjectDetail, SnapshotAnswer } from '#lib/schemas/project.ts';
import classes from './film.module.css';
import { changeWords, hasMovedOn } from './snapshot/change-words.ts';
import { comparedAssets } from './snapshot/compared-assets.ts';
import { SideChange } from './snapshot/side-change.tsx';

/** Assets shown with both pictures; more are in the list of all differences. */
const SHOWN = 3;

const Differences = dynamic(
  () => import('./snapshot/differences-dialog.tsx').then((file) => file.DifferencesDialog),
  { ssr: false },
);

/** What is different in the library since this film froze its manifest; nothing while nothing is. */
export function MovedOnPanel({ project }: { project: ProjectDetail }) {
  const { data: answer } = useQuery({
    ...projectSnapshotOptions(project.project_id),
    enabled: project.manifest_id !== null,
  });
  const [isOpen, setOpen] = useQueryState('differences', parseAsBoolean.withDefault(false));
  if (!answer?.diff) return null;
  const { diff, version } = answer;
  if (diff.live_version === null) {
    return (
      <section className={classes.movedOn} aria-labelledby="moved-on-title">
        <h2 id="moved-on-title">The manifest was deleted</h2>
        <p>This film keeps v{version} with all its assets.</p>
        <GenerateAgain project={project} answer={answer} />
      </section>
    );
  }
  if (!hasMovedOn(diff)) return null;
  const compared = comparedAssets(answer);
  return (
    <section className={classes.movedOn} aria-labelledby="moved-on-title">
      <div className={classes.movedOnHead}>
        <h2 id="moved-on-title">The manifest has moved on</h2>
        <span className={classes.mono}>
          v{version} → <b>v{diff.live_version}</b>
        </span>
      </div>
      <p>
        {changeWords(diff, answer.snapshot.assets.length)} This film keeps v{version}.
      </p>
      {compared.slice(0, SHOWN).map((asset) => (
        <SideChange key={asset.tag} asset={asset} versions={{ from: version, to: diff.live_version ?? 0 }} />
      ))}
      <Button variant="subtle" color="gray" fullWidth onClick={() => setOpen(true, { history: 'push' })}>
        {compared.length === 1 ? 'Show the difference' : `Show all ${compared.length} differences`}
      </Button>
      <GenerateAgain project={project} answer={answer} />
      {isOpen && (
        <Differences answer={answer} isInLibrary={!project.manifest_is_own} onClose={() => setOpen(null)} />
      )}
    </section>
  );
}

type AgainProps = { project: ProjectDetail; answer: SnapshotAnswer };

/** The film once more: of what it froze, or of what the library holds now. */
function GenerateAgain({ project, answer: { version, diff } }: AgainProps) {
  const fork = useFork(project.project_id, { onError: showProblem });
  const live = diff?.live_version ?? null;
  const redone = diff?.redone.length ?? 0;
  const total = project.scenes.length;
  const isStarted = (manifest: 'same' | 'live') => fork.isBusy && fork.input?.manifest === manifest;
  return (
    <>
      {live !== null && (
        <p>
          {redone === 0
            ? `No scene comes out otherwise with v${live}.`
            : `v${live} makes ${redone} of ${total} scenes anew, the others are shared.`}
        </p>
      )}
      <div className={classes.again}>
        <Button
          loading={isStarted('same')}
          disabled={fork.isBusy}
          onClick={() => fork.start({ manifest: 'same' })}
        >
          Generate with v{version}
        </Button>
        {live !== null && (
          <Button
            loading={isStarted('live')}
            disabled={fork.isBusy}
            onClick={() => fork.start({ manifest: 'live' })}
          >
            Generate with v{live}
          </Button>
        )}
      </div>
      <Link href={`/generate?from=${project.project_id}`} className={classes.formLink}>
        Open in the form
      </Link>
    </>
  );
}
