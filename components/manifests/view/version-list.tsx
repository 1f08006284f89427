'use client';
import { Button } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { RelativeTime } from '#components/ui/relative-time.tsx';
import { Bar, Skeleton } from '#components/ui/skeleton.tsx';
import { manifestVersionsOptions } from '#lib/client/version-queries.ts';
import type { ManifestVersion } from '#lib/schemas/version.ts';
import { useComparedVersions } from './use-compared-versions.ts';
import classes from './version-list.module.css';

/** Versions shown before "All versions". */
const SHOWN = 6;

/** The history of a manifest: each version with what it changed and which films froze it. */
export function VersionList({ manifestId }: { manifestId: string }) {
  const query = useInfiniteQuery(manifestVersionsOptions(manifestId));
  const [isWhole, setIsWhole] = useState(false);
  const [, compare] = useComparedVersions();
  const versions = query.data?.pages.flatMap((page) => page.items) ?? [];
  const [newest, before] = versions;
  const shown = isWhole ? versions : versions.slice(0, SHOWN);
  const compareWith = (version: ManifestVersion) => {
    if (!newest) return;
    const other = version === newest ? before : version;
    if (other) void compare({ from: other.version, to: newest.version });
  };
  return (
    <section aria-labelledby="versions-title">
      <div className={classes.head}>
        <h2 id="versions-title" className={classes.title}>
          Versions
        </h2>
        {newest && before && (
          <Button
            variant="subtle"
            color="gray"
            size="compact-sm"
            className={classes.compare}
            onClick={() => compareWith(newest)}
          >
            Compare
          </Button>
        )}
      </div>
      {query.isPending && (
        <Skeleton label="Reading the versions">
          <Bar width="80%" />
          <Bar width="60%" />
        </Skeleton>
      )}
      {query.isError && <p className={classes.quiet}>The versions could not be read.</p>}
      <ol className={classes.versions}>
        {shown.map((version) => (
          <li key={version.version}>
            {before ? (
              <button type="button" className={classes.version} onClick={() => compareWith(version)}>
                <Words version={version} />
              </button>
            ) : (
              <div className={classes.version}>
                <Words version={version} />
              </div>
            )}
          </li>
        ))}
      </ol>
      {!isWhole && versions.length > SHOWN && (
        <Button variant="subtle" color="gray" size="compact-sm" onClick={() => setIsWhole(true)}>
          All versions
        </Button>
      )}
      {isWhole && query.hasNextPage && (
        <Button
          variant="subtle"
          color="gray"
          size="compact-sm"
          loading={query.isFetchingNextPage}
          onClick={() => void query.fetchNextPage()}
        >
          Older versions
        </Button>
      )}
    </section>
  );
}

function Words({ version }: { version: ManifestVersion }) {
  return (
    <>
      <span className={classes.number} data-current={version.is_current || undefined}>
        v{version.version}
      </span>
      <span className={classes.words}>
        <span className={classes.summary}>
          {version.restored_from_version === null
            ? version.summary
            : `v${version.restored_from_version} restored`}
        </span>
        <span className={classes.quiet}>{usedWords(version)}</span>
      </span>
      <span className={classes.quiet}>
        <RelativeTime iso={version.began_at} />
      </span>
    </>
  );
}

/** "current, not used yet", "used by 3 films". */
function usedWords({ is_current, films: { count } }: ManifestVersion): string {
  const used = count === 0 ? 'not used yet' : count === 1 ? 'used by 1 film' : `used by ${count} films`;
  if (is_current) return `current, ${used}`;
  return count === 0 ? 'not used' : used;
}
