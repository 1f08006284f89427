/** The three places of the app, and the paths that belong to each. */
export const SECTIONS = [
  { href: '/manifests', label: 'Library' },
  { href: '/generate', label: 'Generate' },
  { href: '/projects', label: 'Projects' },
] as const;

export const isInSection = (pathname: string, href: string) =>
  pathname === href || pathname.startsWith(`${href}/`);
