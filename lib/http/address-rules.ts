import ipaddr from 'ipaddr.js';

type Range = [ipaddr.IPv4 | ipaddr.IPv6, number];

/** Which addresses of the own network may be reached: all of them, some hosts by name, some ranges. */
export type AllowedAddresses = { all: boolean; names: ReadonlySet<string>; ranges: readonly Range[] };

const NAME = /^(?=.{1,253}$)[a-z0-9_-]{1,63}(\.[a-z0-9_-]{1,63})*$/;

/**
 * Reads `ALLOW_PRIVATE_ADDRESSES`: `false`, `true`, or host names, addresses and CIDR ranges with commas between.
 * Answers null for anything else.
 */
export function parseAllowedAddresses(text: string): AllowedAddresses | null {
  const names = new Set<string>();
  const ranges: Range[] = [];
  if (text === 'true' || text === 'false') return { all: text === 'true', names, ranges };
  for (const entry of text.split(',').map((each) => each.trim().toLowerCase())) {
    if (ipaddr.isValidCIDR(entry)) ranges.push(ipaddr.parseCIDR(entry));
    else if (isAddress(entry)) ranges.push(wholeAddress(entry));
    else if (NAME.test(entry) && !/^[0-9.]+$/.test(entry)) names.add(entry);
    else return null;
  }
  return { all: false, names, ranges };
}

const isAddress = (text: string) => ipaddr.IPv6.isValid(text) || ipaddr.IPv4.isValidFourPartDecimal(text);

function wholeAddress(text: string): Range {
  const address = ipaddr.process(text);
  return [address, address.kind() === 'ipv4' ? 32 : 128];
}

/** The part of IPv6 that is given out to the public; `range()` alone calls ::127.0.0.1 and unassigned space unicast. */
const GLOBAL_IPV6: [ipaddr.IPv6, number] = [ipaddr.IPv6.parse('2000::'), 3];

/**
 * Whether a connection to `address` may be opened: it is public, or allowed by name or range. IPv4 within IPv6 counts as
 * IPv4 when mapped (::ffff:0:0/96); the forms that a gateway translates (NAT64, 6to4, Teredo) are never public.
 */
export function mayConnect(address: string, name: string, allowed: AllowedAddresses): boolean {
  if (allowed.all || allowed.names.has(name)) return true;
  if (!isAddress(address)) return false;
  const parsed = ipaddr.process(address);
  if (allowed.ranges.some(([base, bits]) => base.kind() === parsed.kind() && parsed.match(base, bits)))
    return true;
  if (parsed.range() !== 'unicast') return false;
  return parsed.kind() === 'ipv4' || parsed.match(GLOBAL_IPV6);
}

/** Names that by their standards never mean a public host (RFC 6761, 6762, 8375 and the `internal` of ICANN). */
const OWN_NETWORK = /(^|\.)(localhost|localdomain|local|internal|home\.arpa|ip6-localhost|ip6-loopback)$/;

/** Whether it is worth asking where a name leads to: not for one that cannot mean an allowed address. */
export const mayResolve = (name: string, allowed: AllowedAddresses): boolean =>
  !OWN_NETWORK.test(name) || allowed.all || allowed.names.has(name) || allowed.ranges.length > 0;
