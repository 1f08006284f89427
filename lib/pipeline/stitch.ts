import type { EnginePorts } from '../engines/engine.ts';
import { FRAME_RATE, HEAD_FRAMES } from '../media/encode-video.ts';
import type { SoundScene } from '../media/film-sound.ts';
import { type Segment, stitch } from '../media/stitch.ts';
import { CARD_SECONDS, frameSize } from '../schemas/project.ts';
import { endCard, titleCard } from './film-cards.ts';
import type { StitchInput } from './stitch-input.ts';

export type Film = { path: string; duration: number; width: number; height: number };

type StitchPorts = Pick<EnginePorts, 'onProgress' | 'signal'> & {
  blobs: Pick<EnginePorts['blobs'], 'localPath' | 'tempPath'>;
};

/** What is heard when: the scenes in film time, the cards with the scene beside them. */
function soundOf({ clips }: StitchInput): SoundScene[] {
  let at = CARD_SECONDS;
  return clips.map(({ audio, duration }, i) => {
    const from = i === 0 ? 0 : at;
    at += duration;
    const { ambience, music, effects } = audio;
    return { from, to: i === clips.length - 1 ? at + CARD_SECONDS : at, ambience, music, effects };
  });
}

/**
 * Joins the clips to the film: title card, clips with cuts and dissolves, end card, sound if the settings ask for it.
 * The film lasts as long as its clips and both cards together: a dissolve takes nothing away. An MP4 under
 * `ports.blobs.tempPath()`; duration in seconds.
 */
export async function stitchFilm(input: StitchInput, ports: StitchPorts): Promise<Film> {
  const { clips, settings, credits } = input;
  const size = frameSize(settings.aspectRatio, settings.resolution);
  const title = await titleCard(input, size);
  const end = await endCard(input, size);
  const shots = await Promise.all(
    clips.map(async ({ hash, duration, transition }, i): Promise<Segment> => {
      const frameCount = Math.round(duration * FRAME_RATE);
      const isDissolve = i === 0 || transition === 'dissolve';
      return {
        path: await ports.blobs.localPath(hash),
        frameCount,
        dissolve: isDissolve ? Math.min(HEAD_FRAMES, Math.floor(frameCount / 2)) : 0,
      };
    }),
  );
  const path = await ports.blobs.tempPath();
  const { duration } = await stitch(path, {
    ...size,
    segments: [{ ...title, dissolve: 0 }, ...shots, { ...end, dissolve: HEAD_FRAMES }],
    audioSeed: settings.enableAudio ? settings.seed : null,
    sound: soundOf(input),
    metadata: {
      title: settings.title,
      comment: `project ${credits.projectId}${credits.digest ? `, snapshot ${credits.digest}` : ''}`,
    },
    onProgress: ports.onProgress,
    signal: ports.signal,
  });
  return { path, duration, ...size };
}
