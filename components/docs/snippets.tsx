'use client';
import { SegmentedControl } from '@mantine/core';
import { useState, useSyncExternalStore } from 'react';
import { curlOf, type Draft, typescriptOf } from '#lib/client/api/snippets.ts';
import { CodeBlock } from './code-block.tsx';
import classes from './docs.module.css';

const LANGUAGES = { curl: curlOf, TypeScript: typescriptOf } as const;
type Language = keyof typeof LANGUAGES;
const isLanguage = (name: string): name is Language => name in LANGUAGES;

const never = () => () => {};
/** Of this server as the browser knows it; the page is drawn before that is known. */
const useOrigin = () =>
  useSyncExternalStore(
    never,
    () => window.location.origin,
    () => 'http://localhost:3000',
  );

/** The request of the form, to be copied into a script. */
export function Snippets({ draft }: { draft: Draft }) {
  const [language, setLanguage] = useState<Language>('curl');
  const origin = useOrigin();
  return (
    <section className={classes.snippets} aria-label="As code">
      <SegmentedControl
        aria-label="Language"
        data={Object.keys(LANGUAGES)}
        value={language}
        onChange={(name) => isLanguage(name) && setLanguage(name)}
      />
      <CodeBlock text={LANGUAGES[language](origin, draft)} label={`Request as ${language}`} />
    </section>
  );
}
