'use client';
import { usePathname } from 'next/navigation';
import { Link } from '#components/ui/link.tsx';
import { isInSection, SECTIONS } from './sections.ts';
import classes from './top-bar.module.css';

export function SectionLinks() {
  const pathname = usePathname();
  return (
    <nav aria-label="Main" className={classes.nav}>
      {SECTIONS.map(({ href, label }) => {
        const isHere = isInSection(pathname, href);
        return (
          <Link key={href} href={href} className={classes.link} aria-current={isHere ? 'page' : undefined}>
            {label}
          </Link>
        );
      })}
    </nav>
  );
}
