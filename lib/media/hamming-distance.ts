/** How many of the 64 bits of two hashes (16 hex digits) differ: 0 for the same picture, about 32 for unrelated ones. */
export function hammingDistance(a: string, b: string): number {
  let difference = BigInt(`0x${a}`) ^ BigInt(`0x${b}`);
  let count = 0;
  for (; difference > 0n; difference &= difference - 1n) count += 1;
  return count;
}
