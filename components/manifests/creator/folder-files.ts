const IMAGE_NAME = /\.(png|jpe?g|jpe|jfif|webp|tiff?|gif|avif|heic|heif|bmp|svg)$/i;
const CLUTTER = /^(\..*|thumbs\.db|desktop\.ini)$/i;

const isFromFolder = (file: File & { path?: string }) =>
  (file.webkitRelativePath || (file.path ?? '').replace(/^\.?\//, '')).includes('/');

/**
 * A folder holds more than images: what is plainly none of them is left out and counted, what the system hides
 * there is left out silently. Files that were picked one by one are all kept, so that each can say why it fails.
 */
export function leaveOutClutter(files: File[]): { files: File[]; leftOut: number } {
  const visible = files.filter((file) => !(isFromFolder(file) && CLUTTER.test(file.name)));
  const kept = visible.filter(
    (file) => !isFromFolder(file) || file.type.startsWith('image/') || IMAGE_NAME.test(file.name),
  );
  return { files: kept, leftOut: visible.length - kept.length };
}
