import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { matchRanges } from './match-ranges.ts';

const marked = (text: string, q: string) =>
  matchRanges(text, q).map(([start, end]) => text.slice(start, end));

describe('what is marked', () => {
  it('is every word of the search, wherever it stands', () => {
    expect(marked('Brass lantern of the lamplighter', 'lamp lant')).toEqual(['lant', 'lamp']);
  });

  it('forgets case and accents and keeps the letters as they are written', () => {
    expect(marked('Café Ångström', 'CAFE ang')).toEqual(['Café', 'Ång']);
    expect(marked('Cafe\u0301 noir', 'café')).toEqual(['Cafe\u0301']);
    expect(marked('Straße', 'strasse')).toEqual(['Straße']);
  });

  it('is the whole word that resembles a mistyped one', () => {
    expect(marked('Brass lantern', 'lanten')).toEqual(['lantern']);
    expect(marked('The keeper', 'keper')).toEqual(['keeper']);
    expect(marked('Lantern', 'lantren')).toEqual(['Lantern']);
  });

  it('is nothing that only resembles when the word itself is there', () => {
    expect(marked('lantern lanterm', 'lantern')).toEqual(['lantern']);
  });

  it('is only the beginning of words for one or two letters', () => {
    expect(marked('Mara in marram', 'ma')).toEqual(['Ma', 'ma']);
    expect(marked('PROP_01', '01')).toEqual(['01']);
    expect(marked('灯塔守护者', '守护')).toEqual(['守护']);
  });

  it('takes %, _ and emoji as characters', () => {
    expect(marked('100% snake_case', '% e_c')).toEqual(['%', 'e_c']);
    expect(marked('The 🏮 lantern', '🏮')).toEqual(['🏮']);
  });

  it('lies inside the text, in order, without touching, whatever is typed', () => {
    const anyText = fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme' }), fc.lorem());
    fc.assert(
      fc.property(anyText, anyText, fc.nat(), (text, other, cut) => {
        const q = cut % 2 ? other : text.slice(cut % (text.length + 1));
        let last = -1;
        for (const [start, end] of matchRanges(text, q)) {
          expect(start).toBeGreaterThan(last);
          expect(end).toBeGreaterThan(start);
          expect(end).toBeLessThanOrEqual(text.length);
          last = end;
        }
      }),
    );
  });
});
