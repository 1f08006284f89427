import { describe, expect, it } from 'vitest';
import { testScene } from '../engines/local/testing.ts';
import { filmCues, toWebVtt } from './subtitles.ts';

const names = new Map([['CHAR_01', 'Mara']]);
const nameOf = (tag: string) => names.get(tag) ?? null;
const silent = testScene({ description: 'The harbour empties.', duration: 3 });
const spoken = testScene({
  description: 'She waits.',
  duration: 4,
  audio: {
    dialogue: [
      { speaker: null, text: 'Who is there?', starts_at: 2 },
      {
        speaker: 'CHAR_01',
        text: 'The lamp is out, and the boat has not come home yet tonight.',
        starts_at: 0.5,
      },
      { speaker: 'CHAR_01', text: 'After the end.', starts_at: 9 },
    ],
    effects: [],
    ambience: '',
    music: '',
  },
});

describe('subtitles', () => {
  it('show dialogue when it is spoken, in film time, and else the sentence of the shot', () => {
    const cues = filmCues(
      [
        { scene: silent, startsAt: 1.5, seconds: 3 },
        { scene: spoken, startsAt: 4.5, seconds: 4 },
      ],
      nameOf,
    );
    expect(cues).toEqual([
      { from: 1.5, to: 4.5, speaker: null, text: 'The harbour empties.' },
      { from: 5, to: 6.5, speaker: 'Mara', text: spoken.audio.dialogue[1]?.text },
      { from: 6.5, to: expect.closeTo(7.806, 3), speaker: null, text: 'Who is there?' },
    ]);
  });

  it('end with their shot', () => {
    const [cue] = filmCues([{ scene: spoken, startsAt: 0, seconds: 1 }], nameOf);
    expect(cue).toMatchObject({ from: 0.5, to: 1 });
  });

  it('are WebVTT in which no text can pass for a tag, a cue or an arrow', () => {
    const vtt = toWebVtt([
      { from: 0, to: 1.5, speaker: null, text: 'a <b> & c\n\n00:00.000 --> 00:09.000\nNOTE' },
      { from: 3599.9996, to: 3661.25, speaker: 'O <i> & Co', text: 'Hello' },
      { from: 2, to: 2, speaker: null, text: 'never' },
    ]);
    expect(vtt).toBe(
      [
        'WEBVTT',
        '',
        '1',
        '00:00:00.000 --> 00:00:01.500',
        'a &lt;b&gt; &amp; c 00:00.000 --&gt; 00:09.000 NOTE',
        '',
        '2',
        '01:00:00.000 --> 01:01:01.250',
        '<v O &lt;i&gt; &amp; Co>O &lt;i&gt; &amp; Co: Hello</v>',
        '',
      ].join('\n'),
    );
  });
});
