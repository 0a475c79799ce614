import { comparableKey } from '#ingest/model/sameness.ts';
import { foldedSymbol, siblingSymbols } from '#services/analysis/symbols.ts';
import type { Store } from '#services/store/port.ts';
import { readAddress } from '#services/works/address.ts';
import { symbolOf, unnumberedSymbol } from '#services/works/naming.ts';
import type { Work } from '#services/works/work.ts';
import { worksAt } from '../addresses.ts';
import { notFound, readRef } from '../refs.ts';
import { type KnownSymbol, knownSymbol, knownSymbols, type MeantWork } from './known.ts';

/**
 * The works that `of` (id of a document or work, its address, or a number in any written form) could mean: one, or several to choose from.
 *
 * @throws Failure `not-found`, with the known numbers nearest to it, where nothing is known under it.
 */
export async function meantBy(index: Store, of: string): Promise<readonly [MeantWork, ...MeantWork[]]> {
  const [first, ...others] = await worksMeant(index, of);
  if (first === undefined) throw await notFound(index, of);
  return [first, ...others];
}

/** As `meantBy`; none where nothing is known under it. `all`: of a number also the mentions that could mean the one work of it that is told by scope and term. */
export async function worksMeant(index: Store, of: string, which: 'told' | 'all' = 'told'): Promise<readonly MeantWork[]> {
  const address = readAddress(of);
  if (address !== null) return await worksAt(index, address);
  const ref = await readRef(index, of);
  if (ref.kind === 'number') return (await worksNumbered(index, ref.key)).flatMap((known) => (which === 'all' ? all(known) : told(known)));
  const symbol = ref.kind === 'work' ? ref.symbol : (symbolOf(ref.summary.identity.key) ?? unnumberedSymbol(ref.summary.id));
  const known = await knownSymbol(index, symbol);
  const works = ref.kind === 'work' ? underId(known, ref.id) : known.works.filter(({ held }) => held.includes(ref.summary.id));
  return works.map((work) => ({ work, known }));
}

/** The work under this id, or the one that it was decided to be a part of. */
function underId({ works, named }: KnownSymbol, id: string): readonly Work[] {
  const own = works.filter((work) => work.id === id);
  if (own.length > 0) return own;
  const joining = new Set(
    named.decisions.filter(({ says, first, second }) => says === 'same' && (first === id || second === id)).map((decision) => decision.id),
  );
  return works.filter(({ decisions }) => decisions.some((decision) => joining.has(decision)));
}

/**
 * What is known of a number: as it is written; where nothing is, of the numbers that are it without regard to marks ("655-qd/tu"), or as it is printed
 * elsewhere.
 */
async function worksNumbered(index: Store, key: string): Promise<readonly KnownSymbol[]> {
  for (const written of [key, ...siblingSymbols(key)]) {
    const symbol = symbolOf(written)!;
    const known = await knownSymbol(index, symbol);
    if (known.works.length > 0) return [asWritten(known, key)];
    const alike = await symbolsAlike(index, written);
    const others = alike.filter((other) => other !== symbol);
    if (others.length > 0) return [...(await knownSymbols(index, others)).values()];
  }
  return [];
}

/** Of works whose numbers are printed in two ways (-QĐ/ and -QĐi/) those that are printed as asked for, where there are such. */
function asWritten(known: KnownSymbol, key: string): KnownSymbol {
  const works = known.works.filter((work) => work.key !== null && comparableKey(work.key) === comparableKey(key));
  return works.length === 0 ? known : { ...known, works };
}

const all = (known: KnownSymbol): readonly MeantWork[] => known.works.map((work) => ({ work, known }));

/** Where scope and term tell just one work, the rest are mentions that could mean it: it is the answer, and they stay in its `maybe`. */
function told(known: KnownSymbol): readonly MeantWork[] {
  const complete = all(known).filter(({ work: { scope, term } }) => scope !== null && term !== null);
  return complete.length === 1 ? complete : all(known);
}

/** Most numbers that are looked at for one that is written without marks: those with the same digits. */
const mostAlike = 1000;

async function symbolsAlike(index: Pick<Store, 'keys'>, key: string): Promise<readonly string[]> {
  const folded = foldedSymbol(key);
  const digits = /^n(\d+\p{L}?)_/u.exec(folded)?.[1];
  if (digits === undefined) return [];
  const keys = await Promise.all([`${digits}-`, `0${digits}-`].map((prefix) => index.keys(prefix, mostAlike)));
  return [
    ...new Set(
      keys
        .flat()
        .filter((other) => foldedSymbol(other) === folded)
        .map((other) => symbolOf(other)!),
    ),
  ];
}

/** Of documents that are one work, those whose own number is printed as asked for, where there are such. */
export function bearing<T extends { readonly number: string | null }>(documents: readonly T[], key: string): readonly T[] {
  const exact = documents.filter(({ number }) => number !== null && comparableKey(number) === comparableKey(key));
  return exact.length > 0 ? exact : documents;
}
