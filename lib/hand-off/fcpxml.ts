import {
  framesIn,
  HAND_OFF_RATE,
  type HandOffFilm,
  type HandOffMedia,
  type HandOffPart,
  placed,
} from './hand-off-film.ts';

/** Text for XML 1.0: what it cannot hold at all is left out. */
const text = (value: string) =>
  value
    .replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '')
    .replace(/[&<>"]/g, (c) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[c] ?? c);

/** Frames as the rational seconds that the format wants: "90/30s". */
const seconds = (frames: number) => (frames === 0 ? '0s' : `${frames}/${HAND_OFF_RATE}s`);

const attributes = (values: Record<string, string | number | undefined>) =>
  Object.entries(values)
    .flatMap(([name, value]) => (value === undefined ? [] : [` ${name}="${text(String(value))}"`]))
    .join('');

function asset(id: string, { path, frames }: HandOffMedia, hasSound: boolean): string {
  const name = path.slice(path.lastIndexOf('/') + 1).replace(/\.mp4$/, '');
  const facts = attributes({
    id,
    name,
    start: '0s',
    duration: seconds(frames),
    hasVideo: 1,
    format: 'r1',
    ...(hasSound && { hasAudio: 1, audioSources: 1, audioChannels: 2, audioRate: 48000 }),
  });
  const src = path.split('/').map(encodeURIComponent).join('/');
  return `    <asset${facts}>\n      <media-rep${attributes({ kind: 'original-media', src: `./${src}` })}/>\n    </asset>`;
}

type Placed = HandOffPart & { at: number };

/** A dissolve would need frames beyond the end of a clip, which there are none of: it is told in a marker. */
function markers({ kind, name, note, from, dissolve }: Placed): string[] {
  const marker = (value: string, completion?: string) =>
    `            <marker${attributes({ start: seconds(from), duration: seconds(1), value, note: completion })}/>`;
  return [
    ...(kind === 'scene' ? [marker(name, note || undefined)] : []),
    ...(dissolve > 0 ? [marker(`Dissolve in, ${dissolve} frames`)] : []),
  ];
}

function assetClip(part: Placed, ref: string, sound: string): string {
  const facts = attributes({
    ref,
    offset: seconds(part.at),
    name: part.name,
    start: seconds(part.from),
    duration: seconds(part.frames),
    format: 'r1',
    tcFormat: 'NDF',
    // The film's sound lies under the whole; its own would sound twice.
    srcEnable: 'video',
  });
  const inside = [sound, ...markers(part)].filter(Boolean).join('\n');
  return `          <asset-clip${facts}${inside ? `>\n${inside}\n          </asset-clip>` : '/>'}`;
}

/** The film in FCPXML 1.11, for Final Cut Pro and DaVinci Resolve: exact to the frame, media by relative path. */
export function toFcpxml(film: HandOffFilm): string {
  const { width, height, title, parts, hasSound } = film;
  const media = [film.film, ...parts.map((p) => p.media)];
  const ids = new Map([...new Set(media.map((m) => m.path))].map((path, i) => [path, `r${i + 2}`]));
  const refOf = ({ path }: HandOffMedia) => ids.get(path) ?? '';
  const assets = [...ids].map(([path, id]) => {
    const found = media.find((m) => m.path === path) as HandOffMedia;
    return asset(id, found, hasSound && path === film.film.path);
  });
  const duration = seconds(framesIn(parts));
  const [first] = parts;
  const sound = hasSound
    ? `            <asset-clip${attributes({
        ref: refOf(film.film),
        lane: -1,
        offset: seconds(first?.from ?? 0),
        name: 'Sound',
        start: '0s',
        duration,
        srcEnable: 'audio',
        audioRole: 'music',
      })}/>`
    : '';
  const clips = placed(parts).map((part, i) => assetClip(part, refOf(part.media), i === 0 ? sound : ''));
  return `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE fcpxml>
<fcpxml version="1.11">
  <resources>
    <format${attributes({ id: 'r1', name: width === 1280 && height === 720 ? 'FFVideoFormat720p30' : width === 1920 && height === 1080 ? 'FFVideoFormat1080p30' : undefined, frameDuration: `1/${HAND_OFF_RATE}s`, width, height, colorSpace: '1-1-1 (Rec. 709)' })}/>
${assets.join('\n')}
  </resources>
  <library>
    <event${attributes({ name: title })}>
      <project${attributes({ name: title })}>
        <sequence${attributes({ format: 'r1', duration, tcStart: '0s', tcFormat: 'NDF', audioLayout: 'stereo', audioRate: '48k' })}>
        <spine>
${clips.join('\n')}
        </spine>
        </sequence>
      </project>
    </event>
  </library>
</fcpxml>
`;
}
