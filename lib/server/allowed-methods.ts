import ROUTES from '../openapi/methods.json' with { type: 'json' };

type Routes = Record<string, readonly string[]>;

/** A value in an address, encoded or not. Dots, backslashes and fragments make another address of it, which is not known here. */
const SEGMENT = String.raw`(?!(?:\.|%2[eE]){1,2}(?:/|$))[^/\\#]+`;

const isTemplate = (address: string) => address.includes('{');

/** What Next answers to OPTIONS, in its order: it adds OPTIONS, and HEAD where there is GET. */
const withOwn = (methods: readonly string[]) =>
  [...methods, 'OPTIONS', ...(methods.includes('GET') ? ['HEAD'] : [])].sort();

const patternOf = (template: string) =>
  new RegExp(
    `^${template
      .split('/')
      .map((part) => (isTemplate(part) ? SEGMENT : RegExp.escape(part)))
      .join('/')}$`,
  );

/** Sorted, a literal segment comes before `{…}` (no character of an address is above the brace), as in Next's routing. */
function tableOf(routes: Routes) {
  const addresses = Object.entries(routes).map(([address, methods]) => [address, withOwn(methods)] as const);
  return {
    plain: new Map(addresses.filter(([address]) => !isTemplate(address))),
    templates: addresses
      .filter(([address]) => isTemplate(address))
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([address, methods]) => ({ pattern: patternOf(address), methods })),
  };
}

const { plain, templates } = tableOf(ROUTES);

/**
 * The methods that the route of the API at a path has (`Allow` of RFC 9110, 10.2.1); undefined where there is no
 * documented one, and of every other path. Next knows them too, but answers a method that is missing without them.
 */
export function allowedMethods(path: string): readonly string[] | undefined {
  if (!path.startsWith('/api/')) return undefined;
  return plain.get(path) ?? templates.find(({ pattern }) => pattern.test(path))?.methods;
}
