/** A film's title as the name of a file, without an ending: what one system or another does not allow is replaced. */
export const fileNameOf = (title: string): string =>
  title.replace(/[\\/:*?"<>|]/g, '-').replace(/[. ]+$/, '') || 'film';
