import { engineVersion } from '../engines/engine-versions.ts';
import { digestOf } from '../manifests/snapshot.ts';
import type { LockFinding, Lockfile } from '../schemas/lockfile.ts';
import { filmFramesHash } from './film-frames-hash.ts';
import { sceneHashOfLock } from './locked-film.ts';
import { PROGRAM } from './program.ts';

const LIBRARIES = { node_av: 'node-av (FFmpeg)', sharp: 'sharp (libvips)' } as const;

/** What of a lockfile does not fit together or does not fit this installation, without looking at any file. */
export function checkLockfile(lock: Lockfile): LockFinding[] {
  return [...contentFindings(lock), ...versionFindings(lock)];
}

function contentFindings(lock: Lockfile): LockFinding[] {
  const findings: LockFinding[] = [];
  const differs = (code: LockFinding['code'], detail: string, scene?: number) =>
    findings.push({ code, severity: 'differs', detail, ...(scene !== undefined && { scene }) });
  if (lock.snapshot && digestOf(lock.snapshot.data) !== lock.snapshot.digest)
    differs(
      'snapshot-digest',
      'The snapshot is not the one of its digest: it was changed after it was locked.',
    );
  // Another version of the engine has other hashes of the same scenes.
  const isComparable = engineVersion(lock.engine) === lock.made_with.engine;
  for (const [i, scene] of lock.scenes.entries())
    if (isComparable && scene.input_hash !== null && sceneHashOfLock(lock, scene) !== scene.input_hash)
      differs('scene-input', `Scene ${i + 1}: what it is made from was changed after it was locked.`, i);
  const { parts, frames, frames_hash } = lock.film;
  const fits =
    parts.length === lock.scenes.length + 2 &&
    parts.reduce((sum, p) => sum + p.frames, 0) === frames &&
    filmFramesHash(parts) === frames_hash;
  if (!fits) differs('film-parts', 'The frame hashes of the film do not fit together.');
  return findings;
}

function versionFindings({ engine, made_with }: Lockfile): LockFinding[] {
  const findings: LockFinding[] = [];
  const here = engineVersion(engine);
  if (engine !== 'local')
    findings.push({
      code: 'engine-missing',
      severity: 'differs',
      detail: `The film was made by the engine ${engine}, which cannot make it again here.`,
    });
  else if (made_with.engine !== here)
    findings.push({
      code: 'engine-version',
      severity: 'differs',
      detail: `Engine ${engine}: version ${made_with.engine} made the film, ${here} is here. Its pictures are others.`,
    });
  if (made_with.vidpipe !== PROGRAM.vidpipe)
    findings.push({
      code: 'program-version',
      severity: 'note',
      detail: `vidpipe ${made_with.vidpipe} made the film, ${PROGRAM.vidpipe} is here.`,
    });
  for (const [key, name] of Object.entries(LIBRARIES) as [keyof typeof LIBRARIES, string][])
    if (made_with[key] !== PROGRAM[key])
      findings.push({
        code: 'library-version',
        severity: 'note',
        detail: `${name}: ${made_with[key]} made the film, ${PROGRAM[key]} is here.`,
      });
  return findings;
}
