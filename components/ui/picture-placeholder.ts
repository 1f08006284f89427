/** Decoded placeholders by hash: the same images are shown again and again. */
const urls = new Map<string, string>();
const MOST = 2000;

const waiting = new Map<HTMLImageElement, string>();

/** Decoded together, after what the page has to do now; images that came meanwhile need none. */
async function paint(): Promise<void> {
  const { thumbHashToDataURL } = await import('thumbhash');
  for (const [image, hash] of waiting) {
    if (image.complete || !image.isConnected) continue;
    let url = urls.get(hash);
    if (url === undefined) {
      if (urls.size >= MOST) urls.clear();
      url = urlOf(hash, thumbHashToDataURL);
      urls.set(hash, url);
    }
    if (url) image.style.background = `url(${url}) center / 100% 100%`;
  }
  waiting.clear();
}

/** Empty when the hash is not one. */
function urlOf(hash: string, decode: (bytes: Uint8Array) => string): string {
  try {
    return decode(Uint8Array.from(atob(hash), (character) => character.charCodeAt(0)));
  } catch {
    return '';
  }
}

/** Paints what an image looks like from afar (ThumbHash, base64) behind it until it is there. */
export function paintPlaceholder(image: HTMLImageElement, hash: string): void {
  if (image.complete) return;
  if (waiting.size === 0) requestAnimationFrame(() => void paint());
  waiting.set(image, hash);
  const clear = () => {
    waiting.delete(image);
    image.style.background = '';
  };
  image.addEventListener('load', clear, { once: true });
  image.addEventListener('error', clear, { once: true });
}
