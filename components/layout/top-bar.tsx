import { IconSettings } from '@tabler/icons-react';
import { Link } from '#components/ui/link.tsx';
import { Logo } from './logo.tsx';
import { RunningFilm } from './running-film.tsx';
import { SectionLinks } from './section-links.tsx';
import classes from './top-bar.module.css';
import { TopBarTools } from './top-bar-tools.tsx';

export function TopBar() {
  return (
    <header className={classes.bar}>
      <Link href="/manifests" className={classes.home} aria-label="vidpipe, library">
        <Logo />
      </Link>
      <SectionLinks />
      <div className={classes.end}>
        <RunningFilm />
        <TopBarTools />
        <Link href="/settings" className={classes.settings} aria-label="Settings" title="Settings">
          <IconSettings size={18} stroke={1.5} aria-hidden="true" />
        </Link>
      </div>
    </header>
  );
}
