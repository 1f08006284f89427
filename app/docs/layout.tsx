import type { ReactNode } from 'react';
import classes from '#components/docs/docs.module.css';
import { DocsNav } from '#components/docs/docs-nav.tsx';
import { referenceGroups } from '#lib/openapi/reference.ts';

export default function DocsLayout({ children }: { children: ReactNode }) {
  return (
    <div className={classes.frame}>
      <DocsNav groups={referenceGroups()} />
      <div className={classes.page}>{children}</div>
    </div>
  );
}
