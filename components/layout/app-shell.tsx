import type { ReactNode } from 'react';
import classes from './app-shell.module.css';
import { Overlays } from './overlays.tsx';
import { TabBar } from './tab-bar.tsx';
import { TopBar } from './top-bar.tsx';

/** The frame of every page: top bar on a desk, tab bar on a phone. */
export function AppShell({ children }: { children: ReactNode }) {
  return (
    <div className={classes.shell}>
      <a href="#main" className={classes.skip}>
        Skip to content
      </a>
      <TopBar />
      <main id="main" tabIndex={-1} className={classes.main}>
        {children}
      </main>
      <TabBar />
      <Overlays />
    </div>
  );
}
