import { withNames } from '../manifests/mentions.ts';
import { PROJECT_LIMITS } from '../schemas/project.ts';

const WORDS = 8;

/** A title from the first words of a prompt: its first sentence, mentions as names, cut between words. */
export function titleFromPrompt(
  prompt: string,
  assets: readonly { manifest_tag: string; name: string }[] = [],
): string {
  const line = withNames(prompt, assets)
    .replace(/\s+/g, ' ')
    .replace(/@(?=\w)/g, '')
    .trim();
  const sentence = /^.*?[.!?…](?=\s|$)/u.exec(line)?.[0] ?? line;
  const words = sentence.split(' ');
  const some = words.slice(0, WORDS).join(' ');
  const title = [...some]
    .slice(0, PROJECT_LIMITS.title - 1)
    .join('')
    .replace(/[\s.,;:–—-]+$/u, '');
  if (title === '') return 'Untitled film';
  return words.length > WORDS ? `${title}…` : title;
}
