import { buffer } from 'node:stream/consumers';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { HEAD_FRAMES } from '../media/encode-video.ts';
import type { ProjectScene } from '../schemas/project.ts';
import { toEdl } from './edl.ts';
import { toFcpxml } from './fcpxml.ts';
import { framesIn, frameTimecode, type HandOffFilm, type HandOffPart } from './hand-off-film.ts';
import { DISSOLVE_FRAMES } from './hand-off-service.ts';
import { toOtio } from './otio.ts';
import { storyboardCsv } from './storyboard-csv.ts';
import { storyboardPdf } from './storyboard-pdf.ts';

const filmMedia = { path: 'media/film.mp4', frames: 45 + 75 + 60 + 45 };
const card = { note: '', reel: 'FILM', media: filmMedia, frames: 45 };
const shot = (number: number, frames: number, dissolve: number, name = `Shot ${number}`): HandOffPart => ({
  kind: 'scene',
  name: `${number} ${name}`,
  note: 'EXT. PIER. Café “Möwe” & <rain>',
  reel: `SC0${number}`,
  media: { path: `media/scene-0${number}.mp4`, frames },
  from: 0,
  frames,
  dissolve,
});
const FILM: HandOffFilm = {
  projectId: '019c0000-0000-7000-8000-000000000000',
  title: 'Last “light” & <rain>',
  digest: 'd'.repeat(64),
  width: 1280,
  height: 720,
  hasSound: true,
  film: filmMedia,
  parts: [
    { ...card, kind: 'title', name: 'Title', from: 0, dissolve: 0 },
    shot(1, 75, 12),
    shot(2, 60, 0, 'Bad news'),
    { ...card, kind: 'end', name: 'End', from: 180, dissolve: 0 },
  ],
};
const MEDIA = ['media/film.mp4', 'media/scene-01.mp4', 'media/scene-02.mp4'];

type Otio = { OTIO_SCHEMA: string; [key: string]: unknown };
const walk = (value: unknown): Otio[] => {
  if (typeof value !== 'object' || value === null) return [];
  const inner = Object.values(value).flatMap(walk);
  return 'OTIO_SCHEMA' in value ? [value as Otio, ...inner] : inner;
};

describe('OpenTimelineIO', () => {
  it('has the parts on one track, exact to the frame, with relative media and the sound beside it', () => {
    const timeline = JSON.parse(toOtio(FILM));
    const [video, audio] = timeline.tracks.children;
    expect([timeline.OTIO_SCHEMA, timeline.tracks.OTIO_SCHEMA, video.kind, audio.kind]).toEqual([
      'Timeline.1',
      'Stack.1',
      'Video',
      'Audio',
    ]);
    const clips = video.children.filter((c: Otio) => c.OTIO_SCHEMA === 'Clip.2');
    const durations = clips.map(
      (c: { source_range: { duration: { value: number } } }) => c.source_range.duration.value,
    );
    expect(durations).toEqual([45, 75, 60, 45]);
    expect(audio.children[0].source_range.duration.value).toBe(framesIn(FILM.parts));
    for (const time of walk(timeline).filter((o) => o.OTIO_SCHEMA === 'RationalTime.1')) {
      expect(time.rate).toBe(30);
      expect(Number.isInteger(time.value)).toBe(true);
    }
    const urls = walk(timeline).flatMap((o) =>
      o.OTIO_SCHEMA === 'ExternalReference.1' ? [o.target_url] : [],
    );
    expect([...new Set(urls)].sort()).toEqual(MEDIA);
    expect(video.children.map((c: Otio) => c.OTIO_SCHEMA)).toEqual([
      'Clip.2',
      'Transition.1',
      'Clip.2',
      'Clip.2',
      'Clip.2',
    ]);
    expect(walk(timeline).filter((o) => o.OTIO_SCHEMA === 'Marker.2')).toHaveLength(2);
  });
});

/** Elements and attributes of a document; fails where tags do not close or a character is not written as it must be. */
function parseXml(xml: string): { name: string; attributes: Record<string, string> }[] {
  const open: string[] = [];
  const found: { name: string; attributes: Record<string, string> }[] = [];
  const body = xml.replace(/<\?xml[^>]*\?>|<!DOCTYPE[^>]*>/g, '');
  for (const [, close, name = '', rest = '', empty] of body.matchAll(
    /<(\/?)([a-z-]+)((?:\s+[\w-]+="[^"<]*")*)\s*(\/?)>/g,
  )) {
    if (close) {
      expect(open.pop()).toBe(name);
      continue;
    }
    const pairs = [...rest.matchAll(/([\w-]+)="([^"]*)"/g)].map(([, key = '', value = '']) => [key, value]);
    found.push({ name, attributes: Object.fromEntries(pairs) });
    if (!empty) open.push(name);
  }
  expect(open).toEqual([]);
  expect(body.replace(/<\/?[a-z-]+(?:\s+[\w-]+="[^"<]*")*\s*\/?>/g, '').trim()).toBe('');
  expect(body).not.toMatch(/&(?!amp;|lt;|gt;|quot;)/);
  return found;
}

describe('FCPXML', () => {
  const elements = parseXml(toFcpxml(FILM));
  const all = (name: string) => elements.filter((e) => e.name === name).map((e) => e.attributes);
  const frames = (value = '') => (value === '0s' ? 0 : Number(/^(\d+)\/30s$/.exec(value)?.[1] ?? Number.NaN));

  it('has the parts one behind the other, each inside of its media', () => {
    const spine = all('asset-clip').filter((clip) => clip.lane === undefined);
    expect(spine.map((clip) => frames(clip.duration))).toEqual([45, 75, 60, 45]);
    expect(spine.map((clip) => frames(clip.offset))).toEqual([0, 45, 120, 180]);
    expect(frames(all('sequence')[0]?.duration)).toBe(225);
    const assets = new Map(all('asset').map((asset) => [asset.id, asset]));
    for (const clip of all('asset-clip')) {
      const asset = assets.get(clip.ref ?? '');
      expect(frames(clip.start) + frames(clip.duration)).toBeLessThanOrEqual(frames(asset?.duration));
    }
  });

  it('says its format, and names media by paths beside it', () => {
    expect(all('format')[0]).toMatchObject({ frameDuration: '1/30s', width: '1280', height: '720' });
    expect(
      all('media-rep')
        .map((rep) => rep.src)
        .sort(),
    ).toEqual(MEDIA.map((path) => `./${path}`));
    expect(all('marker').map((marker) => marker.value)).toEqual([
      '1 Shot 1',
      'Dissolve in, 12 frames',
      '2 Bad news',
    ]);
  });
});

describe('CMX 3600', () => {
  const edl = toEdl(FILM);
  const events = edl.split('\r\n').flatMap((line) => {
    const match = /^(\d{3}) {2}(\S+)\s+(V|AA)\s+(C|D\s+\d{3})\s+(\S+) (\S+) (\S+) (\S+)$/.exec(line);
    return match ? [match.slice(1)] : [];
  });
  const toFrames = (code = '') => {
    const [h = 0, m = 0, s = 0, f = 0] = code.split(':').map(Number);
    return ((h * 60 + m) * 60 + s) * 30 + f;
  };

  it('covers the film from one hour on without a gap', () => {
    expect(edl.startsWith('TITLE: Last "light" & <rain>\r\nFCM: NON-DROP FRAME\r\n')).toBe(true);
    let at = 3600 * 30;
    for (const [, , channel, , from, to, recordIn, recordOut] of events.filter((e) => e[2] === 'V')) {
      expect(channel).toBe('V');
      expect(toFrames(recordIn)).toBe(at);
      expect(toFrames(to) - toFrames(from)).toBe(toFrames(recordOut) - toFrames(recordIn));
      at = toFrames(recordOut);
    }
    expect(at).toBe(3600 * 30 + 225);
    expect(events.at(-1)?.slice(1, 3)).toEqual(['FILM', 'AA']);
  });

  it('writes a dissolve as one event of two lines, and is ASCII', () => {
    expect(events.filter((e) => e[0] === '002').map((e) => e[3])).toEqual(['C', 'D    012']);
    expect(edl).toContain(
      '* FROM CLIP NAME: Title\r\n* TO CLIP NAME: 1 Shot 1\r\n* SOURCE FILE: media/scene-01.mp4',
    );
    expect(edl).toMatch(/^[\x20-\x7e\r\n]*$/);
    expect(edl).toContain('* COMMENT: EXT. PIER. Cafe "Mowe" & <rain>');
  });
});

it('a dissolve is as long as the stitcher makes it', () => expect(DISSOLVE_FRAMES).toBe(HEAD_FRAMES));

it('a timecode counts frames', () => {
  expect([0, 29, 30, 3600 * 30 + 45].map(frameTimecode)).toEqual([
    '00:00:00:00',
    '00:00:00:29',
    '00:00:01:00',
    '01:00:01:15',
  ]);
});

const SCENE: ProjectScene = {
  index: 0,
  title: 'Bad news, twice',
  slug_line: '=HYPERLINK("x")',
  description: 'He says "no".\nRain.',
  shot_type: 'close_up',
  camera_move: 'push_in',
  duration: 2.5,
  placements: [
    {
      tag: 'CHAR_01',
      asset_type: 'CHARACTER',
      name: 'Mara',
      role: 'subject',
      position: 'left',
      action: 'waits',
    },
  ],
  transition: 'dissolve',
  references: [],
  continuity: ['-- still wet'],
  motion_prompt: '',
  audio: {
    dialogue: [{ speaker: 'CHAR_01', text: 'No.', starts_at: 1 }],
    effects: [],
    ambience: '',
    music: '',
  },
  repairs: [],
  scene_id: '019c0000-0000-7000-8000-000000000000',
  revision: 1,
  starts_at: 1.5,
  keyframes: [],
  clips: [],
};

/** RFC 4180. */
function parseCsv(text: string): string[][] {
  const rows: string[][] = [[]];
  for (const [, quoted, plain, end] of text.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/g)) {
    rows.at(-1)?.push(quoted === undefined ? (plain ?? '') : quoted.replaceAll('""', '"'));
    if (end === '\r\n') rows.push([]);
  }
  return rows.slice(0, -1);
}

it('the storyboard as CSV reads back, and no cell begins as a formula', () => {
  const [head = [], row = [], ...rest] = parseCsv(storyboardCsv([SCENE]).replace(/^\ufeff/, ''));
  expect(rest).toEqual([]);
  const cells = Object.fromEntries(head.map((name, i) => [name, row[i]]));
  expect(row).toHaveLength(head.length);
  expect(cells).toMatchObject({
    scene: '1',
    title: 'Bad news, twice',
    slug_line: '\'=HYPERLINK("x")',
    description: 'He says "no".\nRain.',
    starts_at: '00:00:01:15',
    ends_at: '00:00:04:00',
    frames: '75',
    continuity: "'-- still wet",
    dialogue: 'CHAR_01: No.',
  });
});

it('the storyboard for print has a row for each scene, and the same bytes every time', async () => {
  const picture = await sharp({ create: { width: 64, height: 36, channels: 3, background: '#a33' } })
    .png()
    .toBuffer();
  const film = {
    title: 'The last lamp',
    style: 'cinematic',
    aspect_ratio: '16:9' as const,
    seed: 7,
    snapshot_digest: null,
    scenes: Array.from({ length: 7 }, (_, index) => ({ ...SCENE, index })),
  };
  const draw = () =>
    buffer(
      storyboardPdf({ film, pictureOf: (s) => (s.index === 3 ? null : 'a') }, { get: async () => picture }),
    );
  const [once, again] = [await draw(), await draw()];
  expect(once.equals(again)).toBe(true);
  expect(once.toString('latin1').match(/\/Type \/Page\b/g)).toHaveLength(2);
});
