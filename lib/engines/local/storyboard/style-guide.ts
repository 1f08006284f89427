import { wordsOf } from '../../../manifests/prompt-words.ts';
import type { SnapshotAsset } from '../../../schemas/snapshot.ts';
import type { StyleGuide } from '../../../schemas/storyboard.ts';

import { colourName } from '../analysis/colour-names.ts';

type Grade = StyleGuide['grade'];

const NEUTRAL: Grade = { warmth: 0, saturation: 1, contrast: 1, vignette: 0.16 };

/** What a style word adds to the neutral grade. */
const STYLE_WORDS: Record<string, Partial<Grade>> = {
  cinematic: { contrast: 0.06, saturation: -0.04, vignette: 0.06 },
  noir: { saturation: -0.85, contrast: 0.22, vignette: 0.14 },
  monochrome: { saturation: -1 },
  documentary: { saturation: -0.08, vignette: -0.08 },
  vintage: { warmth: 0.25, saturation: -0.25, contrast: -0.06, vignette: 0.08 },
  retro: { warmth: 0.2, saturation: -0.1 },
  vibrant: { saturation: 0.25, contrast: 0.06 },
  pastel: { saturation: -0.25, contrast: -0.1, vignette: -0.1 },
  dreamy: { contrast: -0.1, saturation: -0.05, warmth: 0.08 },
  dark: { contrast: 0.1, vignette: 0.12 },
  moody: { contrast: 0.08, saturation: -0.15, vignette: 0.1 },
  horror: { saturation: -0.3, contrast: 0.15, warmth: -0.15, vignette: 0.18 },
  warm: { warmth: 0.3 },
  golden: { warmth: 0.35, saturation: 0.05 },
  sunset: { warmth: 0.3 },
  dusk: { warmth: 0.06, saturation: -0.02 },
  cold: { warmth: -0.3 },
  cool: { warmth: -0.25 },
  winter: { warmth: -0.2, saturation: -0.1 },
  night: { warmth: -0.15, contrast: 0.05 },
  comic: { saturation: 0.2, contrast: 0.12 },
  anime: { saturation: 0.15 },
};

/** Of a film without any reference: a deep blue-grey to a warm light. */
const DEFAULT_PALETTE = ['#1f2a37', '#3c5266', '#7d8b93', '#c9b79c', '#e8dcc4'];
const PALETTE_SIZE = 5;

const clamp = (value: number, low: number, high: number) => Math.min(high, Math.max(low, value));
const rounded = (value: number) => Math.round(value * 1000) / 1000;

function gradeOf(text: string): Grade {
  const grade = { ...NEUTRAL };
  for (const word of new Set(wordsOf(text))) {
    for (const [key, change] of Object.entries(STYLE_WORDS[word] ?? {}) as [keyof Grade, number][]) {
      grade[key] += change;
    }
  }
  return {
    warmth: rounded(clamp(grade.warmth, -1, 1)),
    saturation: rounded(clamp(grade.saturation, 0, 2)),
    contrast: rounded(clamp(grade.contrast, 0, 2)),
    vignette: rounded(clamp(grade.vignette, 0, 0.5)),
  };
}

const listed = (words: string[]) =>
  words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;

function gradeWords({ warmth, saturation, contrast }: Grade): string[] {
  const words: string[] = [];
  if (Math.abs(warmth) >= 0.1) words.push(warmth > 0 ? 'warm light' : 'cool light');
  if (saturation <= 0.3) words.push('black and white');
  else if (saturation < 0.9) words.push('muted colour');
  else if (saturation > 1.1) words.push('strong colour');
  if (contrast > 1.04) words.push('firm contrast');
  else if (contrast < 0.96) words.push('soft contrast');
  return words;
}

const MAX_COLOURS = 3;

/** "Cinematic, like Gouache dusk: flat gouache, visible brush; teal, rust and apricot; at dusk, firm contrast." */
function lookOf(guide: Omit<StyleGuide, 'look'>, styles: SnapshotAsset[], time: string | null): string {
  const hasColour = guide.grade.saturation > 0.3;
  const colours = hasColour ? [...new Set(guide.palette.map(colourName))].slice(0, MAX_COLOURS) : [];
  const [main] = styles;
  const manner = main?.description.split(/[.;:]/)[0]?.trim() ?? '';
  const name = guide.style.trim() || 'Natural';
  const head = `${name.charAt(0).toUpperCase()}${name.slice(1)}${main ? `, like ${main.name}` : ''}`;
  const light = [...(time ? [`light of ${time.toLowerCase()}`] : []), ...gradeWords(guide.grade)];
  const parts = [manner.charAt(0).toLowerCase() + manner.slice(1), listed(colours), listed(light)].filter(
    Boolean,
  );
  return `${head}${parts.length > 0 ? `: ${parts.join('; ')}` : ''}.`;
}

/** Palette and grade of the whole film: from the style words, the STYLE assets, else from the places. */
export function decideStyle(
  style: string,
  assets: readonly SnapshotAsset[],
  time: string | null = null,
): StyleGuide {
  const styles = assets.filter((a) => a.asset_type === 'STYLE');
  const places = assets.filter((a) => a.asset_type === 'ENVIRONMENT');
  const words = styles.map((a) => `${a.name} ${a.user_tags.join(' ')}`).join(' ');
  const source = [styles, places, [...assets]].find((list) => list.some((a) => a.palette?.length)) ?? [];
  const colours = source.flatMap((a) => (a.palette ?? []).slice(0, PALETTE_SIZE));
  const palette = [...new Set(colours.sort((a, b) => b.share - a.share).map((c) => c.hex))];
  const guide = {
    style,
    style_tags: styles.map((a) => a.manifest_tag),
    palette: palette.length > 0 ? palette.slice(0, PALETTE_SIZE) : DEFAULT_PALETTE,
    grade: gradeOf(`${style} ${words}`),
  };
  return { ...guide, look: lookOf(guide, styles, time) };
}
