import { blobStore } from '../blobs/store-instance.ts';
import { db } from '../db/prisma.ts';
import { findScenes } from '../projects/project-repo.ts';
import type { LockFinding, Lockfile, VerifyAnswer } from '../schemas/lockfile.ts';
import { checkLockfile } from './check-lockfile.ts';
import { differingPart, missingFinding } from './findings.ts';
import { type NeededFile, neededFiles } from './locked-film.ts';
import { lockfileBytes } from './parse-lockfile.ts';
import { readFilmFrames } from './read-film-frames.ts';

/** Whether a lockfile still holds here: without drawing anything. `npm run verify` draws. */
export async function verifyLockfile(lock: Lockfile): Promise<VerifyAnswer> {
  const missing = await missingFiles(neededFiles(lock));
  const findings = [...checkLockfile(lock), ...missing.map(missingFinding), ...(await filmFindings(lock))];
  return {
    holds: findings.every((f) => f.severity === 'note'),
    digest: lockfileBytes(lock).digest,
    findings,
  };
}

/** Those of these files that the store does not hold. */
export async function missingFiles(files: NeededFile[]): Promise<NeededFile[]> {
  const here = await Promise.all(files.map((file) => blobStore().has(file.hash)));
  return files.filter((_, i) => !here[i]);
}

/** How the film of the lockfile's project stands here. A film that is not here is no difference. */
async function filmFindings({ project_id, film, scenes }: Lockfile): Promise<LockFinding[]> {
  const row = await db().project.findFirst({ where: { id: project_id, deletedAt: null } });
  if (!row)
    return [
      {
        code: 'film-not-here',
        severity: 'note',
        detail: 'The film itself is not here. It can be made from this lockfile.',
      },
    ];
  const findings: LockFinding[] = [];
  if (row.outputHash !== film.blob_hash)
    findings.push({
      code: 'film-changed',
      severity: 'differs',
      detail: row.outputHash
        ? 'The film here is another file than the lockfile’s: it was made again since.'
        : 'The project is here, its film is not.',
    });
  else if (!(await blobStore().has(film.blob_hash)))
    findings.push({
      code: 'film-changed',
      severity: 'differs',
      detail: 'The file of the film is not in the store any more.',
    });
  const frames = readFilmFrames(row);
  const rows = frames ? await findScenes(db(), row.id) : [];
  if (frames)
    for (const [i, part] of film.parts.entries()) {
      const now = frames.parts[i];
      const clip = part.scene === null ? null : rows[part.scene]?.clips.find((c) => c.isChosen);
      const isOther =
        now?.sha256 !== part.sha256 ||
        (part.scene !== null && clip?.framesHash !== scenes[part.scene]?.take.frames_hash);
      if (isOther) findings.push(differingPart(part, now));
    }
  return findings;
}
