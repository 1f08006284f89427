import { describe, expect, it } from 'vitest';
import { updateSceneSchema } from '../schemas/scene-edit.ts';
import { sampleScenes } from './sample-scenes.ts';
import { fieldOfPointer, rebaseForm, type SceneForm, sceneEdit, sceneForm } from './scene-form.ts';

const [scene] = sampleScenes(['done', 'done', 'done']);
if (!scene) throw new Error('no scene');
const form = sceneForm(scene);

describe('the form of a scene', () => {
  it('sends nothing when nothing changed', () => {
    expect(sceneEdit(form, sceneForm(scene))).toBeNull();
  });

  it('sends only what changed, in the shape the server takes', () => {
    const after: SceneForm = {
      ...form,
      description: 'Ropes.',
      duration: '2.5',
      continuity: 'The lamp burns.\n\n  Rain. ',
      dialogue: [{ speaker: '', text: 'Hello.', starts_at: '1' }],
      effects: 'gulls\nwind',
    };
    const edit = sceneEdit(form, after);
    expect(edit).toEqual({
      description: 'Ropes.',
      duration: 2.5,
      continuity: ['The lamp burns.', 'Rain.'],
      audio: {
        dialogue: [{ speaker: null, text: 'Hello.', starts_at: 1 }],
        effects: ['gulls', 'wind'],
        ambience: '',
        music: '',
      },
    });
    expect(updateSceneSchema.safeParse(edit).success).toBe(true);
  });

  it('keeps what is typed when the scene was changed elsewhere, and takes the rest', () => {
    const mine = { ...form, description: 'Mine.', title: 'Mine' };
    const theirs = { ...form, description: 'Theirs.', camera_move: 'hold' as const };
    expect(rebaseForm(form, mine, theirs)).toEqual({
      form: { ...form, description: 'Mine.', title: 'Mine', camera_move: 'hold' },
      theirChanges: ['description', 'camera_move'],
      contested: ['description'],
    });
  });

  it('the same change on both sides is not contested', () => {
    const both = { ...form, description: 'Same.' };
    expect(rebaseForm(form, both, both).contested).toEqual([]);
  });

  it.each([
    ['#/description', 'description'],
    ['#/audio/dialogue/1/text', 'dialogue.1.text'],
    ['#/placements/0/tag', 'placements.0.tag'],
    ['#/continuity/3', 'continuity'],
    ['#/index', null],
  ])('%s belongs to %s', (pointer, field) => {
    expect(fieldOfPointer(pointer)).toBe(field);
  });
});
