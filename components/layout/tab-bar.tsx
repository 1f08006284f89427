'use client';
import { UnstyledButton } from '@mantine/core';
import { IconLayoutGrid, IconMovie, IconPlayerPlay, IconSearch } from '@tabler/icons-react';
import { usePathname } from 'next/navigation';
import { Link } from '#components/ui/link.tsx';
import { showOverlay } from '#lib/client/overlay.ts';
import { isInSection, SECTIONS } from './sections.ts';
import classes from './tab-bar.module.css';

const ICONS = { '/manifests': IconLayoutGrid, '/generate': IconPlayerPlay, '/projects': IconMovie };

/** The sections on a phone, and the palette. Hidden inside the creator, whose own action bar stands there. */
export function TabBar() {
  const pathname = usePathname();
  const isCreator = pathname === '/manifests/new' || pathname.endsWith('/edit');
  if (isCreator) return null;
  return (
    <nav aria-label="Main, phone" className={classes.bar}>
      {SECTIONS.map(({ href, label }) => {
        const Icon = ICONS[href];
        const isHere = isInSection(pathname, href);
        return (
          <Link key={href} href={href} className={classes.tab} aria-current={isHere ? 'page' : undefined}>
            <span className={classes.icon}>
              <Icon size={20} stroke={1.5} aria-hidden="true" />
            </span>
            {label}
          </Link>
        );
      })}
      <UnstyledButton className={classes.tab} onClick={() => showOverlay('palette')}>
        <span className={classes.icon}>
          <IconSearch size={20} stroke={1.5} aria-hidden="true" />
        </span>
        Search
      </UnstyledButton>
    </nav>
  );
}
