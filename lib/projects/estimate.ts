import { type Resolution, sceneCount } from '../schemas/project.ts';

/**
 * Rough seconds of the local engine on two cores, as `npm run bench -- film` measures them on the example film of 15 s
 * (720p; all three shapes have the same number of pixels): an estimate for people before the start, never a limit.
 */
export const LOCAL_RATES = {
  /** Of analysis; only a quick upload is analysed with its film. */
  secondsPerImage: 0.6,
  storyboardSeconds: 1,
  secondsPerKeyframe: 0.3,
  /** Of work for one second of clip. */
  clipWorkPerSecond: 0.5,
  stitchSeconds: 1,
  /** Of work for one second of film. */
  stitchWorkPerSecond: 0.15,
} as const;

export type EstimateInput = {
  clipDuration: number;
  totalDuration: number;
  runThrough: 'storyboard' | 'keyframes' | 'clips' | null;
  resolution: Resolution;
  /** Of a quick upload. */
  images?: number;
};

export type EstimateStage = {
  stage: 'manifesting' | 'storyboard' | 'keyframes' | 'clips' | 'stitch';
  /** For people: "12 stills". */
  amount: string;
  seconds: number;
};

const ORDER = ['storyboard', 'keyframes', 'clips', 'stitch'] as const;

/** How much longer a picture of this size takes: by its pixels. */
const PIXELS: Record<Resolution, number> = { '720p': 1, '1080p': 2.25 };

/** What each stage of a local film makes and how long it takes, up to the last stage that will run. */
export function estimateFilm(input: EstimateInput): {
  scenes: number;
  stages: EstimateStage[];
  seconds: number;
} {
  const scenes = sceneCount(input.totalDuration, input.clipDuration);
  const pixels = PIXELS[input.resolution];
  const stages: EstimateStage[] = [
    { stage: 'storyboard', amount: plural(scenes, 'scene'), seconds: LOCAL_RATES.storyboardSeconds },
    {
      stage: 'keyframes',
      amount: plural(scenes * 2, 'still'),
      seconds: scenes * 2 * LOCAL_RATES.secondsPerKeyframe * pixels,
    },
    {
      stage: 'clips',
      amount: `${scenes} × ${secondsText(input.totalDuration / scenes)}`,
      seconds: input.totalDuration * LOCAL_RATES.clipWorkPerSecond * pixels,
    },
    {
      stage: 'stitch',
      amount: `${input.resolution}, 30 fps`,
      seconds: LOCAL_RATES.stitchSeconds + input.totalDuration * LOCAL_RATES.stitchWorkPerSecond * pixels,
    },
  ];
  const last = input.runThrough ?? 'stitch';
  const running = [...prepareStage(input.images ?? 0), ...stages.slice(0, ORDER.indexOf(last) + 1)].map(
    (each) => ({ ...each, seconds: Math.max(1, Math.round(each.seconds)) }),
  );
  return { scenes, stages: running, seconds: running.reduce((sum, each) => sum + each.seconds, 0) };
}

const prepareStage = (images: number): EstimateStage[] =>
  images === 0
    ? []
    : [
        {
          stage: 'manifesting',
          amount: plural(images, 'image'),
          seconds: images * LOCAL_RATES.secondsPerImage,
        },
      ];

const plural = (n: number, word: string) => `${n} ${word}${n === 1 ? '' : 's'}`;
const secondsText = (seconds: number) => `${Number(seconds.toFixed(1))} s`;
