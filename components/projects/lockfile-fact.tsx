import { ActionIcon, Button, Tooltip } from '@mantine/core';
import { useLocalStorage } from '@mantine/hooks';
import { IconAlertTriangle, IconDownload, IconRefresh, IconShieldCheck } from '@tabler/icons-react';
import { useMutation, useQuery } from '@tanstack/react-query';
import { RelativeTime } from '#components/ui/relative-time.tsx';
import { showProblem } from '#components/ui/show-undo.tsx';
import { lockfileDigestOptions, verifyFilm } from '#lib/client/lockfile-queries.ts';
import type { LockFinding } from '#lib/schemas/lockfile.ts';
import type { ProjectDetail } from '#lib/schemas/project.ts';
import classes from './lockfile-fact.module.css';
import { ShortDigest } from './short-digest.tsx';

/** What the last look said, kept in this browser. */
type Verified = { digest: string; at: string; findings: LockFinding[] };

/** The row of the lockfile: its digest, its file, and whether it still holds. */
export function LockfileFact({ project }: { project: ProjectDetail }) {
  const { project_id } = project;
  const { data: digest, isError } = useQuery(lockfileDigestOptions(project));
  const [kept, keep] = useLocalStorage<Verified | null>({
    key: `vidpipe-verified-${project_id}`,
    defaultValue: null,
  });
  const verify = useMutation({
    mutationFn: () => verifyFilm(project_id),
    onSuccess: ({ digest, findings }) => keep({ digest, at: new Date().toISOString(), findings }),
    onError: showProblem,
  });
  const verified = kept && kept.digest === digest ? kept : null;
  const isLocked = typeof digest === 'string';
  return (
    <>
      <div>
        <dt>Lockfile</dt>
        <dd className={classes.state}>
          <span role="status">{verified && <Outcome verified={verified} />}</span>
          {verified ? null : isLocked ? (
            <Button
              size="compact-xs"
              variant="default"
              loading={verify.isPending}
              onClick={() => verify.mutate()}
            >
              Verify
            </Button>
          ) : (
            <span className={classes.quiet}>{waitingWords(project, isError)}</span>
          )}
          {verified && (
            <Tooltip label="Verify again">
              <ActionIcon
                size="sm"
                aria-label="Verify again"
                loading={verify.isPending}
                onClick={() => verify.mutate()}
              >
                <IconRefresh size={14} />
              </ActionIcon>
            </Tooltip>
          )}
        </dd>
        <dd className={classes.end}>
          {isLocked && (
            <>
              <Tooltip label="Download lockfile">
                <ActionIcon
                  size="sm"
                  component="a"
                  href={`/api/projects/${project_id}/lockfile?download=1`}
                  download
                  aria-label="Download lockfile"
                >
                  <IconDownload size={14} />
                </ActionIcon>
              </Tooltip>
              <ShortDigest hash={digest} label="lockfile digest" />
            </>
          )}
        </dd>
      </div>
      {verified && verified.findings.length > 0 && (
        <div className={classes.findings}>
          <dt className={classes.hidden}>What differs</dt>
          <dd>
            <ul>
              {verified.findings.map(({ detail }) => (
                <li key={detail}>{detail}</li>
              ))}
            </ul>
          </dd>
        </div>
      )}
    </>
  );
}

function waitingWords({ status, is_film_stale }: ProjectDetail, isError: boolean): string {
  if (is_film_stale) return 'Changed since it was made';
  if (status !== 'complete') return 'When all scenes are there';
  return isError ? 'Not there yet' : 'Hashing the frames';
}

function Outcome({ verified: { at, findings } }: { verified: Verified }) {
  const differing = findings.filter((f) => f.severity === 'differs').length;
  if (differing > 0)
    return (
      <span className={classes.warn}>
        <IconAlertTriangle size={16} aria-hidden />
        {differing === 1 ? '1 thing differs' : `${differing} things differ`}
      </span>
    );
  return (
    <span className={classes.ok}>
      <IconShieldCheck size={16} aria-hidden />
      <span>
        Verified <RelativeTime iso={at} />
      </span>
    </span>
  );
}
