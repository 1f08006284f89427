import { hexToOklab, type Oklab } from '../../../media/oklab.ts';

/** Everyday names, each with the colour it stands for. Two shades of one colour share a name on purpose. */
const NAMES: [string, ...string[]][] = [
  ['black', '#0a0a0a'],
  ['charcoal', '#1e1e1e', '#2e2e2e', '#3d3d3f'],
  ['dark grey', '#565656'],
  ['grey', '#6c6c6c', '#808080', '#969696'],
  ['light grey', '#b0b0b0'],
  ['pale grey', '#d6d6d6'],
  ['white', '#f6f6f6'],
  ['ivory', '#f3eedd'],
  ['cream', '#efe2bd'],
  ['sand', '#d9c7a1'],
  ['beige', '#c8b8a0'],
  ['taupe', '#877b6c'],
  ['tan', '#bf9868'],
  ['ochre', '#b8842c'],
  ['brown', '#7b5233', '#6a4a35'],
  ['dark brown', '#3f2a1c', '#2a1d16'],
  ['umber', '#544539'],
  ['rust', '#a4462a'],
  ['terracotta', '#c66f4e'],
  ['apricot', '#f0b27c'],
  ['peach', '#f6ccaa'],
  ['blush', '#eccac0'],
  ['salmon', '#ec8d78'],
  ['orange', '#ee7f22'],
  ['amber', '#f0a92a'],
  ['gold', '#d9b041'],
  ['mustard', '#b99a2f'],
  ['yellow', '#f4dc3c'],
  ['pale yellow', '#f6efa6'],
  ['olive', '#6e6b32'],
  ['dark olive', '#3a3a20'],
  ['moss green', '#56692f'],
  ['leaf green', '#5d9a37'],
  ['green', '#2f8f46'],
  ['lime', '#b4d63f'],
  ['sage', '#a2b096'],
  ['forest green', '#24492c'],
  ['mint', '#aee3cc'],
  ['sea green', '#4f9c86'],
  ['teal', '#1f7478'],
  ['deep teal', '#163f47'],
  ['turquoise', '#46c2c4'],
  ['pale blue', '#c5dbe8'],
  ['sky blue', '#86bbe4'],
  ['blue', '#2d6cc8'],
  ['royal blue', '#2436b0'],
  ['steel blue', '#5d84a8'],
  ['slate', '#5b6a78'],
  ['blue-grey', '#9aa9b5'],
  ['navy', '#1a2b52'],
  ['ink blue', '#202f40'],
  ['midnight blue', '#0f1626'],
  ['indigo', '#403a96'],
  ['violet', '#7c50b4'],
  ['lavender', '#b7aadb'],
  ['plum', '#5b2c50'],
  ['mauve', '#9a7a92'],
  ['magenta', '#c4348e'],
  ['pink', '#ea93b4'],
  ['rose', '#c6637a'],
  ['red', '#d2302f'],
  ['crimson', '#a51d2f'],
  ['maroon', '#5a1a20'],
];

/** OKLab chroma below which the eye sees no hue. */
const NEUTRAL_TO = 0.014;

const KNOWN: { name: string; colour: Oklab }[] = NAMES.flatMap(([name, ...hexes]) =>
  hexes.map((hex) => ({ name, colour: hexToOklab(hex) })),
);

const isGrey = ([, a, b]: Oklab) => Math.hypot(a, b) < NEUTRAL_TO;

/** Hue and strength tell two names apart more than lightness does: a dark grey is no brown. */
const HUE_COUNTS = 5;
const difference = (p: Oklab, q: Oklab) =>
  (p[0] - q[0]) ** 2 + HUE_COUNTS * ((p[1] - q[1]) ** 2 + (p[2] - q[2]) ** 2);

/** The everyday name that comes nearest to a colour such as `#a9703c`. */
export function colourName(hex: string): string {
  const colour = hexToOklab(hex);
  let best = { name: 'grey', distance: Number.POSITIVE_INFINITY };
  const isNeutral = isGrey(colour);
  for (const known of KNOWN) {
    if (isNeutral && !isGrey(known.colour)) continue;
    const distance = difference(known.colour, colour);
    if (distance < best.distance) best = { name: known.name, distance };
  }
  return best.name;
}
