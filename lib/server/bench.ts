/*
 * `npm run bench -- <subject>`: figures of the program on this machine, each beside the limit or target that it is
 * measured against. What each one does stands at its head.
 */
const BENCHES: Record<string, () => Promise<void>> = {
  api: async () => (await import('./bench/api.ts')).benchApi(),
  corpus: async () => (await import('./bench/corpus-uploads.ts')).benchCorpusUploads(),
  edge: async () => (await import('./bench/edge.ts')).benchEdge(),
  film: async () => (await import('./bench/film.ts')).benchFilm(),
  kills: async () => (await import('./bench/kills.ts')).benchKills(),
  library: async () => (await import('./bench/library.ts')).benchLibrary(),
  requests: async () => (await import('./bench/requests.ts')).benchRequests(),
  uploads: async () => (await import('./bench/uploads.ts')).benchUploads(),
};

export {};

const [subject = 'film'] = process.argv.slice(2);
const bench = BENCHES[subject];
if (bench) await bench();
else {
  console.error(`There is no bench "${subject}". There are: ${Object.keys(BENCHES).join(', ')}.`);
  process.exitCode = 1;
}
