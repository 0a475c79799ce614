import type { Store } from '#services/store/port.ts';
import { type Address, addressesOf, isPrinted } from '#services/works/address.ts';
import { worksAddressed } from '#services/works/addressed.ts';
import { namingId, namingsIn, symbolOf } from '#services/works/naming.ts';
import { type KnownSymbol, knownSymbols, type MeantWork } from './chains/known.ts';

/** Most numbers that are looked at for one that an address tells by its beginning and a print. */
const mostAlike = 1000;

/** The works that an address leads to: one, several where it does not tell them apart, or none. */
export async function worksAt(index: Store, address: Address): Promise<readonly MeantWork[]> {
  const found: MeantWork[] = [];
  for (const known of (await knownSymbols(index, await symbolsOf(index, address))).values()) {
    const works = worksAddressed(address, known.named, known);
    const meant = works.length > 0 ? works : await spokenOf(index, address, known);
    found.push(...meant.map((work) => ({ work, known })));
  }
  return found;
}

async function symbolsOf(index: Pick<Store, 'keys'>, { number }: Address): Promise<readonly string[]> {
  if (number.kind === 'symbol') return [number.symbol];
  const first = number.slug.split(/[-.]/u, 1)[0]!;
  const keys = await index.keys(first, mostAlike);
  return [...new Set(keys.map((key) => symbolOf(key)!))].filter((symbol) => isPrinted(symbol, number.print));
}

/** Where the address names a document for whose words nobody knew a scope: what that document means by the number now that its scope is known. */
async function spokenOf(index: Pick<Store, 'get'>, { scope }: Address, known: KnownSymbol) {
  if (scope.kind !== 'speaker') return [];
  const speaker = await index.get(scope.document);
  if (speaker === null) return [];
  const { own, claims } = namingsIn(speaker.id, speaker.record);
  const spoken = [own, ...claims.flatMap(({ subject, object }) => [subject, object])].filter(({ symbol }) => symbol === known.named.symbol);
  const meant = new Set(spoken.map((naming) => known.placed.get(namingId(naming))?.work));
  return known.works.filter(({ id }) => meant.has(id));
}

/** The addresses of works by their ids. Those of other works of the same numbers are looked at, so that each leads to its work alone. */
export async function addressesFor(
  index: Pick<Store, 'named'>,
  works: readonly { readonly id: string; readonly symbol: string }[],
): Promise<ReadonlyMap<string, string>> {
  const addresses = new Map<string, string>();
  const known = await knownSymbols(
    index,
    works.map(({ symbol }) => symbol),
  );
  for (const symbol of known.values()) for (const [id, address] of addressesOf(symbol.works)) addresses.set(id, address);
  return addresses;
}
