/** The `Link` header of a page that has a next one (RFC 8288); the same query with the cursor of its last row. */
export function nextLink(request: Request, cursor: string | null): Record<string, string> {
  if (cursor === null) return {};
  const url = new URL(request.url);
  url.searchParams.set('cursor', cursor);
  return { link: `<${url.pathname}${url.search}>; rel="next"` };
}
