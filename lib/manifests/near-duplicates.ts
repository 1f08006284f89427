export type Hashed = {
  id: string;
  perceptualHash: string;
  /** 0…10. */
  quality: number | null;
  width: number;
  height: number;
};

export type NearDuplicates = {
  /** The best one first: by quality, then size, then order. */
  ids: string[];
  /** How alike the least alike of them is to the best one, whole percent. */
  alikePercent: number;
};

const BITS = 64;
/** Bits that may differ between two takes of one picture: scaling, compression and slight grading stay below. */
const MAX_DISTANCE = 8;

type Bits = readonly [number, number];

const bitsOf = (hash: string): Bits => [
  Number.parseInt(hash.slice(0, 8), 16),
  Number.parseInt(hash.slice(8), 16),
];

/** `hammingDistance` on numbers: thousands of pictures are millions of pairs. */
const distanceOf = (a: Bits, b: Bits) => onesIn(a[0] ^ b[0]) + onesIn(a[1] ^ b[1]);

/** Ones of a 32-bit number, counted in parallel (Hacker's Delight, 5-1). */
function onesIn(word: number): number {
  let ones = word - ((word >>> 1) & 0x55555555);
  ones = (ones & 0x33333333) + ((ones >>> 2) & 0x33333333);
  return Math.imul((ones + (ones >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}

/**
 * Groups of pictures that are nearly the same, groups in the order of their first member. A picture is in one group
 * at most, and every member is near the group's best, so a chain of small steps does not join two different pictures.
 */
export function groupNearDuplicates(images: Hashed[]): NearDuplicates[] {
  const bestFirst = images
    .map((image, order) => ({ ...image, order, bits: bitsOf(image.perceptualHash) }))
    .sort(
      (a, b) =>
        (b.quality ?? -1) - (a.quality ?? -1) || b.width * b.height - a.width * a.height || a.order - b.order,
    );
  const taken = new Set<string>();
  const groups: (NearDuplicates & { order: number })[] = [];
  for (const best of bestFirst) {
    if (taken.has(best.id)) continue;
    const near = bestFirst
      .filter(({ id }) => id !== best.id && !taken.has(id))
      .map((image) => ({ image, distance: distanceOf(best.bits, image.bits) }))
      .filter(({ distance }) => distance <= MAX_DISTANCE);
    if (near.length === 0) continue;
    const members = [best, ...near.map(({ image }) => image)];
    for (const { id } of members) taken.add(id);
    groups.push({
      ids: members.map(({ id }) => id),
      alikePercent: Math.round((1 - Math.max(...near.map(({ distance }) => distance)) / BITS) * 100),
      order: Math.min(...members.map(({ order }) => order)),
    });
  }
  return groups.sort((a, b) => a.order - b.order).map(({ ids, alikePercent }) => ({ ids, alikePercent }));
}

/**
 * The groups without the images that somebody wants to keep all: `kept` holds groups as their sorted ids joined by
 * "+". An image leaves a group when it was kept beside its best; a group of one is none.
 */
export function withoutKeptApart(groups: NearDuplicates[], kept: readonly string[]): NearDuplicates[] {
  const keptTogether = kept.map((key) => new Set(key.split('+')));
  return groups.flatMap(({ ids, alikePercent }) => {
    const [best = '', ...others] = ids;
    const open = others.filter((id) => !keptTogether.some((group) => group.has(best) && group.has(id)));
    return open.length > 0 ? [{ ids: [best, ...open], alikePercent }] : [];
  });
}
