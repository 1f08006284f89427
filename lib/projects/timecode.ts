export const FRAMES_PER_SECOND = 30;

const two = (n: number) => String(n).padStart(2, '0');

/** "0:36", "12:05": minutes and whole seconds, rounded down. */
export function clock(seconds: number): string {
  const whole = Math.max(0, Math.floor(seconds + 1e-6));
  return `${Math.floor(whole / 60)}:${two(whole % 60)}`;
}

/** "00:12": the same with two digits for the minutes, for rulers. */
export const rulerClock = (seconds: number) => clock(seconds).padStart(5, '0');

/** "00:00:32:07": hours, minutes, seconds, frames at 30 fps. */
export function timecode(seconds: number): string {
  // Players report times a hair below the frame they show.
  const frames = Math.max(0, Math.floor(seconds * FRAMES_PER_SECOND + 1e-3));
  const whole = Math.floor(frames / FRAMES_PER_SECOND);
  const parts = [
    Math.floor(whole / 3600),
    Math.floor(whole / 60) % 60,
    whole % 60,
    frames % FRAMES_PER_SECOND,
  ];
  return parts.map(two).join(':');
}

/** "40 s", "1 min 5 s": for sentences. */
export function secondsInWords(seconds: number): string {
  const whole = Math.max(0, Math.round(seconds));
  if (whole < 60) return `${whole} s`;
  return whole % 60 === 0 ? `${whole / 60} min` : `${Math.floor(whole / 60)} min ${whole % 60} s`;
}

/** "18.4 MB", "320 kB", in the units of the file manager: 1,000 bytes. */
export function fileSize(bytes: number): string {
  return bytes >= 1_000_000
    ? `${(bytes / 1_000_000).toFixed(1)} MB`
    : `${Math.max(1, Math.round(bytes / 1000))} kB`;
}

/** "9f2c…41ae". */
export const shortHash = (hash: string) => `${hash.slice(0, 4)}…${hash.slice(-4)}`;
