import { describe, expect, it } from 'vitest';
import { lineSchema } from '../schemas/text.ts';
import { cleanFileName, nameFromFile, typeFromFile } from './file-name.ts';

describe('the label of a file name', () => {
  it.each([
    ['../../etc/passwd.png', 'passwd.png'],
    ['..\\..\\x.png', 'x.png'],
    ['C:\\a.png', 'a.png'],
    ['a\0.png', 'a.png'],
    ['a%00.png', 'a%00.png'],
    ['a\r\nSet-Cookie: x=1.png', 'aSet-Cookie: x=1.png'],
    ['a\u202egnp.exe', 'agnp.exe'],
    ['cafe\u0301.png', 'café.png'],
    ['\ud800.png', '\ufffd.png'],
    ['CON', 'CON'],
    ['NUL.png', 'NUL.png'],
    ['.htaccess', '.htaccess'],
    ['trailing. ', 'trailing.'],
    ['<img src=x onerror=alert(1)>.png', '<img src=x onerror=alert(1)>.png'],
    ["=cmd|'", "=cmd|'"],
  ])('%j becomes %j', (raw, label) => expect(cleanFileName(raw)).toBe(label));

  it('is null where nothing stays', () => {
    for (const raw of ['', ' ', '.', '..', 'folder/', '\u202e', null, undefined])
      expect(cleanFileName(raw)).toBeNull();
  });

  it('has 255 code points at most and splits no character', () => {
    expect([...(cleanFileName('😀'.repeat(300)) ?? '')]).toHaveLength(255);
    expect(cleanFileName('😀'.repeat(300))?.isWellFormed()).toBe(true);
  });
});

describe('a name and type from a file name', () => {
  it.each([
    ['PROP_03-oil-can.png', 'Oil can', 'PROP'],
    ['CHAR_01-mara.png', 'Mara', 'CHARACTER'],
    ['character-astronaut.png', 'Astronaut', 'CHARACTER'],
    ['environment-japanese-shop.jpg', 'Japanese shop', 'ENVIRONMENT'],
    ['env_harbour_at_dusk.webp', 'Harbour at dusk', 'ENVIRONMENT'],
    ['location 2 - Old pier.JPEG', 'Old pier', 'ENVIRONMENT'],
    ['style-deep-field.jpg', 'Deep field', 'STYLE'],
    ['object-rocket.jpg', 'Rocket', 'OBJECT'],
    ['object-1.png', 'Object 1', 'OBJECT'],
    ['charlie.png', 'Charlie', null],
    ['properly done.png', 'Properly done', null],
    ['Landscape_9.jpg', 'Landscape 9', null],
    ['.png', 'Untitled', null],
    ['灯台.png', '灯台', null],
    ['élan.vital.png', 'Élan vital', null],
  ])('%j is %j of type %j', (file, name, type) => {
    expect(nameFromFile(file)).toBe(name);
    expect(typeFromFile(file)).toBe(type);
  });

  it('is always a name that an asset may have', () => {
    const odd = [
      '\0',
      '---',
      '\u202e.png',
      'a'.repeat(400),
      '\u200b.png',
      'x\u0301'.repeat(300),
      '  .  ',
      '👩‍🚀.png',
    ];
    for (const file of odd) expect(lineSchema(120).safeParse(nameFromFile(file)).success, file).toBe(true);
  });
});
