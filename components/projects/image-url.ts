/** The thumbnail of a picture of this server; other addresses as they are. */
export function sized(url: string, width: 320 | 640 | 1280): string {
  return /^\/api\/blobs\/[0-9a-f]{64}$/.test(url) ? `${url}?w=${width}` : url;
}
