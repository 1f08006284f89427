import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import sharp from 'sharp';
import { afterAll, describe, expect, it } from 'vitest';
import type { YuvFrame } from '../../media/yuv.ts';
import type { CameraMove, StoryboardScene } from '../../schemas/storyboard.ts';
import { localEngine } from './local-engine.ts';
import {
  framesOf,
  testAsset,
  testPorts,
  testScene,
  testSettings,
  testSnapshot,
  testStyle,
} from './testing.ts';

const { ports, put, folder, close } = testPorts();
afterAll(close);

const [W, H] = [1280, 720];
/** Where the mark is on the plate, as shares. Away from the text and from the middle. */
const MARK = { x: 0.34, y: 0.3 };

/** A dark plate with one soft white dot. */
async function markedPlate(): Promise<string> {
  const [width, height] = [1600, 900];
  const pixels = Buffer.alloc(width * height * 3, 40);
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const d = (x + 0.5 - MARK.x * width) ** 2 + (y + 0.5 - MARK.y * height) ** 2;
      pixels.fill(
        40 + Math.round(190 * Math.exp(-d / (2 * 9 ** 2))),
        (y * width + x) * 3,
        (y * width + x) * 3 + 3,
      );
    }
  }
  return put(
    await sharp(pixels, { raw: { width, height, channels: 3 } })
      .png()
      .toBuffer(),
  );
}

/** Centre of what is brighter than the ground, in pixels; the text strip is left out. */
function centreOf(frame: YuvFrame): { x: number; y: number } {
  let [sum, x, y] = [0, 0, 0];
  for (let row = 0; row < H * 0.6; row += 1) {
    for (let column = 0; column < W; column += 1) {
      const light = Math.max(0, (frame.y[row * W + column] as number) - 70);
      sum += light;
      x += light * (column + 0.5);
      y += light * (row + 0.5);
    }
  }
  return { x: x / sum, y: y / sum };
}

const plate = await markedPlate();
const snapshot = testSnapshot([
  testAsset('ENV_01', 'Field', { image_hash: plate, width: 1600, height: 900 }),
]);
const onPlate: StoryboardScene['placements'] = [
  { tag: 'ENV_01', asset_type: 'ENVIRONMENT', name: 'Field', role: 'plate', position: 'full', action: '' },
];
const input = (camera_move: CameraMove, duration = 1) => ({
  settings: testSettings(),
  snapshot,
  styleGuide: testStyle,
  scene: testScene({ camera_move, duration, placements: onPlate }),
});
/** Way of a camera whose speed rises along a smoothstep over 0.36 of the shot and falls likewise, by adding up. */
const WAY = [0];
const STEPS = 10_000;
const speedAt = (t: number) => {
  const ramp = Math.min(1, t / 0.36, (1 - t) / 0.36);
  return ramp * ramp * (3 - 2 * ramp);
};
for (let i = 0; i < STEPS; i += 1) WAY.push((WAY[i] as number) + speedAt((i + 0.5) / STEPS));
const eased = (share: number) => (WAY[Math.round(share * STEPS)] as number) / (WAY[STEPS] as number);

describe('the local engine', () => {
  it.each([
    { move: 'pan_right', zoom: () => 1, shift: (e: number) => ({ x: -0.018 * W * e, y: 0 }) },
    { move: 'crane_up', zoom: () => 1, shift: (e: number) => ({ x: 0, y: 0.018 * H * e }) },
    { move: 'push_in', zoom: (e: number) => 1 + 0.024 * e, shift: () => ({ x: 0, y: 0 }) },
    {
      move: 'parallax',
      zoom: (e: number) => 1 + 0.009 * e,
      shift: (e: number) => ({ x: -0.0136 * W * e, y: 0 }),
    },
  ] as const)(
    'moves a mark along the eased path of $move within a quarter of a pixel',
    async ({ move, zoom, shift }) => {
      const { path } = await localEngine.clip(input(move), ports);
      const centres = (await framesOf(path, W, H)).map(centreOf);
      expect(centres).toHaveLength(30);
      const [first] = centres as [{ x: number; y: number }];
      const startShift = move === 'parallax' ? 0.0068 * W : 0;
      for (const [n, centre] of centres.entries()) {
        const e = eased(n / 29);
        const x = W / 2 + (first.x - startShift - W / 2) * zoom(e) + startShift + shift(e).x;
        const y = H / 2 + (first.y - H / 2) * zoom(e) + shift(e).y;
        expect(Math.abs(centre.x - x)).toBeLessThan(0.25);
        expect(Math.abs(centre.y - y)).toBeLessThan(0.25);
      }
      const last = centres.at(-1);
      expect(Math.hypot((last?.x ?? 0) - first.x, (last?.y ?? 0) - first.y)).toBeGreaterThan(4);
    },
    60_000,
  );

  it('draws the same frames in two runs', async () => {
    const hashes = [];
    for (let run = 0; run < 2; run += 1) {
      const { path } = await localEngine.clip(input('push_in', 0.5), ports);
      const hash = createHash('sha256');
      for (const frame of await framesOf(path, W, H)) hash.update(frame.data);
      hashes.push(hash.digest('hex'));
    }
    expect(hashes[0]).toBe(hashes[1]);
  }, 60_000);

  it('draws keyframes that are the first and the last frame of the clip', async () => {
    const shot = input('pull_out', 0.5);
    const { path } = await localEngine.clip(shot, ports);
    const frames = await framesOf(path, W, H);
    for (const [position, frame] of [
      ['start', frames[0]],
      ['end', frames.at(-1)],
    ] as const) {
      const png = await localEngine.keyframe({ ...shot, position }, ports);
      const { data, info } = await sharp(png).greyscale().raw().toBuffer({ resolveWithObject: true });
      expect([info.width, info.height]).toEqual([W, H]);
      let difference = 0;
      for (let i = 0; i < W * H; i += 1) {
        difference += Math.abs((data[i] as number) - (((frame?.y[i] as number) - 16) * 255) / 219);
      }
      expect(difference / (W * H)).toBeLessThan(2);
    }
  }, 60_000);

  it('leaves the text where it is while the camera moves', async () => {
    const shot = { ...input('pan_left', 1), settings: testSettings({ burnCaptions: true }) };
    const { path } = await localEngine.clip(shot, ports);
    const frames = await framesOf(path, W, H);
    const strip = (frame?: YuvFrame) => [...(frame?.y.subarray(680 * W, 681 * W) ?? [])];
    const [first, last] = [strip(frames[0]), strip(frames.at(-1))];
    const moved = first.filter((level, x) => Math.abs(level - (last[x] ?? 0)) > 24);
    // Both are coded for themselves: a sample at an edge may differ. Text that moved would differ everywhere.
    expect(moved.length).toBeLessThan(W / 200);
    expect(Math.max(...first)).toBeGreaterThan(180);
  }, 60_000);

  it('stops a clip within a second of the signal and leaves no file', async () => {
    const stop = new AbortController();
    const before = (await readdir(folder)).length;
    const onProgress = (share: number) => share > 0.05 && stop.abort(new Error('stopped'));
    const clip = localEngine.clip(input('pan_right', 10), { ...ports, onProgress, signal: stop.signal });
    let stoppedAt = 0;
    stop.signal.addEventListener('abort', () => {
      stoppedAt = performance.now();
    });
    await expect(clip).rejects.toThrow('stopped');
    expect(performance.now() - stoppedAt).toBeLessThan(1000);
    expect((await readdir(folder)).length).toBe(before);
  }, 60_000);

  it('films a shot without any reference', async () => {
    const png = await localEngine.keyframe({ ...input('hold'), snapshot: null, position: 'start' }, ports);
    expect(await sharp(png).metadata()).toMatchObject({ width: W, height: H, format: 'png' });
  });

  it('takes a picture that is transparent all over for no picture', async () => {
    const image_hash = put(
      await sharp({ create: { width: 64, height: 64, channels: 4, background: '#00000000' } })
        .png()
        .toBuffer(),
    );
    const empty = testSnapshot([testAsset('CHAR_01', 'Nobody', { image_hash, has_alpha: true })]);
    const scene = testScene({
      shot_type: 'medium',
      placements: [
        {
          tag: 'CHAR_01',
          asset_type: 'CHARACTER',
          name: 'Nobody',
          role: 'subject',
          position: 'left',
          action: '',
        },
      ],
    });
    const png = await localEngine.keyframe(
      { ...input('hold'), snapshot: empty, scene, position: 'end' },
      ports,
    );
    expect(existsSync(folder)).toBe(true);
    expect(png.length).toBeGreaterThan(1000);
  });
});

it('draws the image that the references of a scene choose for a placement', async () => {
  const plain = (background: string) =>
    sharp({ create: { width: 320, height: 180, channels: 3, background } })
      .png()
      .toBuffer();
  const views = testSnapshot([
    testAsset('CHAR_01', 'Mara', { image_hash: put(await plain('#c02020')) }),
    testAsset('CHAR_02', 'Mara face', { image_hash: put(await plain('#20c020')), cropped_from: 'CHAR_01' }),
  ]);
  const subject = {
    asset_type: 'CHARACTER',
    name: 'Mara',
    role: 'subject',
    position: 'full',
    action: '',
  } as const;
  const meanOf = async (references: StoryboardScene['references']) => {
    const scene = testScene({
      shot_type: 'close_up',
      camera_move: 'hold',
      placements: [{ ...subject, tag: 'CHAR_01' }],
      references,
    });
    const png = await localEngine.keyframe(
      { ...input('hold'), snapshot: views, scene, position: 'start' },
      ports,
    );
    const { channels } = await sharp(png).extract({ left: 400, top: 100, width: 400, height: 200 }).stats();
    return channels.slice(0, 3).map((c) => c.mean);
  };
  const [red = 0, green = 0] = await meanOf([]);
  expect(red).toBeGreaterThan(green);
  const [r = 0, g = 0] = await meanOf([{ tag: 'CHAR_02', for: 'CHAR_01', reason: '', chosen_by: 'rule' }]);
  expect(g).toBeGreaterThan(r);
}, 60_000);
