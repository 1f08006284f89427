import type { Asset } from '#lib/schemas/asset.ts';

/** Below this an image is pointed out. */
const WEAK_BELOW = 6;

export const formatScore = (score: number) => score.toFixed(1);

export const isWeak = (asset: Asset) => asset.quality_score !== null && asset.quality_score < WEAK_BELOW;

/** What would mend the image, worst first: "narrow: 480 px". */
export function adviceOf(asset: Asset): string[] {
  return (asset.quality_reasons ?? [])
    .filter((reason) => reason.advice !== null)
    .toSorted((a, b) => a.score - b.score)
    .map((reason) => reason.advice as string);
}

/** "1 image", "7 images". */
export const imagesWords = (count: number) => (count === 1 ? '1 image' : `${count} images`);

/** One line on the quality: what to mend, or that nothing needs it. */
export function qualitySentence(asset: Asset): string {
  const advice = adviceOf(asset);
  if (advice.length === 0) return 'Nothing to fix.';
  const [first = '', ...rest] = advice.join(', ');
  return `${first.toUpperCase()}${rest.join('')}.`;
}

/** "3 figures. ", or nothing to say. */
export function foundSentence({ detections }: Asset): string {
  const [first] = detections ?? [];
  if (!detections || !first) return '';
  const what = first.label.startsWith('Figure') ? 'figure' : 'region';
  return `${detections.length} ${what}${detections.length === 1 ? '' : 's'}. `;
}

/** "0:40 left". */
export function formatTimeLeft(seconds: number): string {
  const whole = Math.max(0, Math.round(seconds));
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, '0')} left`;
}
