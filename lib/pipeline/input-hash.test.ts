import { describe, expect, it } from 'vitest';
import { localEngine } from '../engines/local/local-engine.ts';
import { testAsset, testScene, testSettings, testSnapshot, testStyle } from '../engines/local/testing.ts';
import { clipInputHash } from './clips.ts';
import { keyframeInputHash } from './keyframes.ts';

const assets = [testAsset('CHAR_01', 'Mara'), testAsset('CHAR_02', 'Tomas')];
const scene = testScene({
  placements: [{ tag: 'CHAR_01', asset_type: 'CHARACTER', name: 'Mara', role: 'subject', position: 'left' }],
});
const input = { settings: testSettings(), snapshot: testSnapshot(assets), styleGuide: testStyle, scene };

describe('the input hash of a shot', () => {
  it('does not change with an asset that the shot does not place, nor with the title', () => {
    const other = testSnapshot([
      testAsset('CHAR_01', 'Mara'),
      testAsset('CHAR_02', 'Tomas', { image_hash: 'b'.repeat(64) }),
    ]);
    const settings = testSettings({ title: 'Another', prompt: 'Another.' });
    expect(clipInputHash(localEngine, { ...input, settings, snapshot: other })).toBe(
      clipInputHash(localEngine, input),
    );
  });

  it('changes with the image, the engine version, the camera and the position', () => {
    const changed = testSnapshot([testAsset('CHAR_01', 'Mara', { image_hash: 'b'.repeat(64) })]);
    const hashes = [
      clipInputHash(localEngine, input),
      clipInputHash(localEngine, { ...input, snapshot: changed }),
      clipInputHash({ ...localEngine, version: '2' }, input),
      clipInputHash(localEngine, { ...input, scene: { ...scene, camera_move: 'hold' } }),
      keyframeInputHash(localEngine, { ...input, position: 'start' }),
      keyframeInputHash(localEngine, { ...input, position: 'end' }),
    ];
    expect(new Set(hashes).size).toBe(hashes.length);
  });
});
