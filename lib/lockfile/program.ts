import pkg from '../../package.json' with { type: 'json' };

/** Versions of this installation that are known without loading what they are of: the web process has no FFmpeg. */
export const PROGRAM = {
  vidpipe: pkg.version,
  node_av: pkg.dependencies['node-av'],
  sharp: pkg.dependencies.sharp,
} as const;
