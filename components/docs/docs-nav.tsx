'use client';
import { TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { usePathname } from 'next/navigation';
import { useState } from 'react';
import { Link } from '#components/ui/link.tsx';
import type { ReferenceGroup } from '#lib/openapi/reference.ts';
import classes from './docs-nav.module.css';
import { MethodMark } from './method-mark.tsx';

/** Every operation by its heading, those that match what is typed. */
export function DocsNav({ groups }: { groups: ReferenceGroup[] }) {
  const [wanted, setWanted] = useState('');
  const pathname = usePathname();
  const words = wanted.toLowerCase().split(/\s+/).filter(Boolean);
  const shown = groups
    .map(({ tag, entries }) => ({
      tag,
      entries: entries.filter(({ id, method, path, summary }) => {
        const text = `${id} ${method} ${path} ${summary} ${tag}`.toLowerCase();
        return words.every((word) => text.includes(word));
      }),
    }))
    .filter(({ entries }) => entries.length > 0);
  return (
    <nav aria-label="API operations" className={classes.nav} data-page={pathname === '/docs' || undefined}>
      <div className={classes.find}>
        <TextInput
          type="search"
          aria-label="Find an operation"
          placeholder="Find an operation"
          leftSection={<IconSearch size={16} stroke={1.5} aria-hidden="true" />}
          value={wanted}
          maxLength={80}
          onChange={(event) => setWanted(event.currentTarget.value)}
        />
      </div>
      <div className={classes.groups}>
        <Link href="/docs" className={classes.entry} aria-current={pathname === '/docs' ? 'page' : undefined}>
          Overview
        </Link>
        {shown.map(({ tag, entries }) => (
          <section key={tag} aria-label={tag}>
            <h2 className={classes.heading}>{tag}</h2>
            <ul className={classes.list}>
              {entries.map(({ id, method, summary }) => {
                const href = `/docs/${id}`;
                return (
                  <li key={id}>
                    <Link
                      href={href}
                      className={classes.entry}
                      aria-current={pathname === href ? 'page' : undefined}
                    >
                      <MethodMark method={method} />
                      <span className={classes.summary}>{summary}</span>
                    </Link>
                  </li>
                );
              })}
            </ul>
          </section>
        ))}
        {shown.length === 0 && <p className={classes.nothing}>No operation matches “{wanted.trim()}”.</p>}
      </div>
    </nav>
  );
}
