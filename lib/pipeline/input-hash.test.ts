import { describe, expect, it } from 'vitest';
import { testAsset, testScene, testSettings, testSnapshot, testStyle } from '../engines/local/testing.ts';
import { clipHash, keyframeHash, sceneHash } from './input-hash.ts';

const assets = [testAsset('CHAR_01', 'Mara'), testAsset('CHAR_02', 'Tomas')];
const scene = testScene({
  placements: [
    { tag: 'CHAR_01', asset_type: 'CHARACTER', name: 'Mara', role: 'subject', position: 'left', action: '' },
  ],
});
const input = { settings: testSettings(), snapshot: testSnapshot(assets), styleGuide: testStyle, scene };
const hash = (more: Partial<typeof input> = {}) => sceneHash('local', { ...input, ...more });
const none = { start: null, end: null };

describe('the input hash of a shot', () => {
  it('does not change with an asset that the shot does not use, nor with the title, number, transition or sound', () => {
    const snapshot = testSnapshot([
      testAsset('CHAR_01', 'Mara'),
      testAsset('CHAR_02', 'Tomas', { image_hash: 'b'.repeat(64) }),
    ]);
    const settings = testSettings({ title: 'Another', prompt: 'Another.' });
    const audio = { dialogue: [], effects: ['gulls'], ambience: 'wind', music: '' };
    const moved: typeof scene = { ...scene, index: 4, transition: 'cut', audio };
    expect(hash({ settings, snapshot, scene: moved })).toBe(hash());
  });

  it('changes with the image, the camera, the resolution, a reference and, where captions show it, the number', () => {
    const changed = testSnapshot([testAsset('CHAR_01', 'Mara', { image_hash: 'b'.repeat(64) })]);
    const reference = { tag: 'CHAR_02', for: 'CHAR_01', reason: 'close-up', chosen_by: 'rule' as const };
    const settings = testSettings({ burnCaptions: true });
    const hashes = [
      hash(),
      sceneHash('models', input),
      hash({ snapshot: changed }),
      hash({ settings: testSettings({ resolution: '1080p' }) }),
      hash({ scene: { ...scene, camera_move: 'hold' } }),
      hash({ scene: { ...scene, references: [reference] } }),
      hash({ settings }),
      hash({ settings, scene: { ...scene, index: 4 } }),
    ];
    expect(new Set(hashes).size).toBe(hashes.length);
  });

  it('is another one for each keyframe, each seed of a take and each own keyframe', () => {
    const one = hash();
    const hashes = [
      keyframeHash(one, 'start'),
      keyframeHash(one, 'end'),
      clipHash(one, { seed: null, own: none }),
      clipHash(one, { seed: 3, own: none }),
      clipHash(one, { seed: null, own: { start: 'b'.repeat(64), end: null } }),
    ];
    expect(new Set(hashes).size).toBe(hashes.length);
  });
});
