import { describe, expect, it } from 'vitest';
import { groupNearDuplicates, type NearDuplicates, withoutKeptApart } from './near-duplicates.ts';

const picture = (id: string, perceptualHash: string, width = 100, quality: number | null = null) => ({
  id,
  perceptualHash,
  quality,
  width,
  height: 100,
});
const ids = (groups: NearDuplicates[]) => groups.map((group) => group.ids);

describe('near-duplicates', () => {
  it('are grouped with the largest first and told how alike they are', () => {
    const groups = groupNearDuplicates([
      picture('other', 'ffff0000ffff0000'),
      picture('small', '0000000000000003', 50),
      picture('large', '0000000000000000', 900),
    ]);
    expect(ids(groups)).toEqual([['large', 'small']]);
    expect(groups[0]?.alikePercent).toBe(97);
  });

  it('put a good picture before a large one', () => {
    const blurredUpscale = picture('blurred', '0000000000000001', 900, 4.2);
    expect(
      ids(groupNearDuplicates([blurredUpscale, picture('crisp', '0000000000000000', 450, 5.7)])),
    ).toEqual([['crisp', 'blurred']]);
  });

  it('do not chain from one picture to a different one by small steps', () => {
    const steps = [
      picture('a', '00000000000000ff', 300),
      picture('b', '0000000000000000', 200),
      picture('c', '000000000000ff00'),
    ];
    expect(ids(groupNearDuplicates(steps))).toEqual([['a', 'b']]);
  });

  it('are none where nothing is alike', () => {
    expect(groupNearDuplicates([picture('a', 'ffff0000ffff0000'), picture('c', '0f0f0f0f0f0f0f0f')])).toEqual(
      [],
    );
  });

  it('come in the order of their first member', () => {
    const groups = groupNearDuplicates([
      picture('x1', '00ff00ff00ff00ff', 10),
      picture('y1', 'ff00ff00ff00ff00', 900),
      picture('y2', 'ff00ff00ff00ff00', 800),
      picture('x2', '00ff00ff00ff00ff', 20),
    ]);
    expect(ids(groups)).toEqual([
      ['x2', 'x1'],
      ['y1', 'y2'],
    ]);
  });
});

describe('keeping near-duplicates', () => {
  const group = (...ids: string[]) => ({ ids, alikePercent: 97 });

  it('a group that was kept does not come back', () => {
    expect(withoutKeptApart([group('b', 'a'), group('c', 'd')], ['a+b'])).toEqual([group('c', 'd')]);
  });

  it('a new picture beside kept ones is pointed out alone', () => {
    expect(withoutKeptApart([group('b', 'a', 'new')], ['a+b'])).toEqual([group('b', 'new')]);
  });
});
