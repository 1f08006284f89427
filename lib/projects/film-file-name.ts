/** A title as the name of a file: without what one system or another does not allow. */
export const safeFileName = (title: string): string =>
  title.replace(/[\\/:*?"<>|]/g, '-').replace(/[. ]+$/, '') || 'film';
