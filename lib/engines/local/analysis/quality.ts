import type { AssetType, Bbox, QualityReason } from '../../../schemas/asset.ts';
import type { Measures } from './measure.ts';

type QualityInput = {
  measures: Measures;
  /** Longer side of the master, pixels. */
  longSide: number;
  subject: Bbox;
  assetType: AssetType;
};

/** A reason below this score comes with advice. */
const ADVICE_BELOW = 0.45;
/** Longer side in pixels: from useless to all that a film of 1280 px can use with room to move. */
const SIDE_RANGE = [240, 1920] as const;
/** How much each reason weighs; they add up to 1. */
const WEIGHTS = { sharpness: 0.24, resolution: 0.36, exposure: 0.12, subject: 0.08, contrast: 0.2 } as const;
/** Keeps one bad measure from making everything else worthless. */
const FLOOR = 0.04;
/** A bright patch without detail spoils a reference sooner than a black one, which is often meant. */
const DARK_COUNTS = 0.35;
/** Softness shows in a film before half of the blur scale is used up. */
const BLUR_COUNTS = 1.35;
const CLIPPED_ALL = 0.35;
const CONTRAST_RANGE = [0.2, 0.56] as const;
/** Shares of the frame between which a subject is neither lost nor cut. */
const SUBJECT_RANGE = [0.02, 0.22] as const;

const ramp = (value: number, [from, to]: readonly [number, number]) =>
  Math.min(1, Math.max(0, (value - from) / (to - from)));
const round2 = (value: number) => Math.round(value * 100) / 100;
/** 43 % and 0.2 %: one decimal where it matters. */
const percent = (share: number) => {
  const value = share * 100;
  return `${value > 0 && value < 10 ? Number(value.toFixed(1)) : Math.round(value)} %`;
};

function reason(
  code: QualityReason['code'],
  label: string,
  score: number,
  detail: string,
  fault: string,
): QualityReason {
  return {
    code,
    label,
    detail,
    score: round2(score),
    advice: score < ADVICE_BELOW ? `${fault} ${detail}` : null,
  };
}

/** Five reasons, in the order they are shown: what was measured, how good it is (0…1) and what is wrong with it. */
function reasonsOf({ measures, longSide, subject, assetType }: QualityInput): QualityReason[] {
  const { blur, clippedDark, clippedLight, contrast } = measures;
  const clipped = clippedDark + clippedLight;
  const spoilt = clippedLight + clippedDark * DARK_COUNTS;
  const area = subject.width * subject.height;
  const isScene = assetType === 'ENVIRONMENT' || assetType === 'STYLE';
  const subjectScore = isScene ? Math.max(0.8, ramp(area, SUBJECT_RANGE)) : ramp(area, SUBJECT_RANGE);
  const sizeScore = ramp(Math.log2(longSide), [Math.log2(SIDE_RANGE[0]), Math.log2(SIDE_RANGE[1])]);
  const exposureFault = clippedLight >= clippedDark * DARK_COUNTS ? 'burnt out:' : 'too dark:';
  const exposureScore = Math.max(0, 1 - spoilt / CLIPPED_ALL);
  const contrastScore = ramp(contrast, CONTRAST_RANGE);
  return [
    reason('sharpness', 'Sharp', Math.max(0, 1 - BLUR_COUNTS * blur), `blur ${blur.toFixed(2)}`, 'soft:'),
    reason('resolution', 'Size', sizeScore, `${longSide} px`, 'narrow:'),
    reason('exposure', 'Light', exposureScore, `${percent(clipped)} clipped`, exposureFault),
    reason('subject', 'Subject', subjectScore, `${percent(area)} of frame`, 'small:'),
    reason('contrast', 'Contrast', contrastScore, contrast.toFixed(2), 'flat: contrast'),
  ];
}

/**
 * How useful an image is as a reference, 0…10 with one decimal: the weighted geometric mean of five scores, so that a
 * single bad one pulls the whole down as it does in a film. Weights were set by hand on photographs, drawings and
 * cut-outs, so that a crisp large photograph has 8.5 to 9.5 and one of 300 px with little contrast about 3.
 */
export function qualityOf(input: QualityInput): { score: number; reasons: QualityReason[] } {
  const reasons = reasonsOf(input);
  let log = 0;
  for (const { code, score } of reasons) log += WEIGHTS[code] * Math.log(Math.max(FLOOR, score));
  return { score: Math.round(Math.exp(log) * 100) / 10, reasons };
}
