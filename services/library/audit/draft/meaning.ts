import type { Naming } from '#services/works/naming.ts';
import type { Named, NamedSymbol, Work } from '#services/works/work.ts';
import { worksOf } from '#services/works/worksOf.ts';
import type { DraftCitation } from '../../shapes.ts';

/** What a draft means by one way of naming, among the works that the collection knows without it. */
export interface Meaning {
  readonly status: DraftCitation['status'];
  /** The work meant, or those that it could be; of a number that is known of others only these. */
  readonly works: readonly Work[];
  /** What the collection says of the work meant; empty where that is open. */
  readonly named: readonly Named[];
}

/** Works that are named where several are possible. */
const mostWorks = 10;

/** Tells what a draft means by asking what it would mean if it were held: the naming takes its place among those of its symbol, which are `known`. */
export function meaningOf(known: NamedSymbol | undefined, id: string, naming: Naming): Meaning {
  if (known === undefined || known.named.length === 0) return { status: 'never-seen', works: [], named: [] };
  const before = worksOf(known);
  const after = worksOf(withNaming(known, id, naming));
  const place = after.placed.get(id)!.work;
  const meant = before.works.find((work) => work.id === place);
  if (meant !== undefined)
    return { status: 'known', works: [meant], named: known.named.filter((one) => before.placed.get(one.id)?.work === place) };
  const possible = after.works.find((work) => work.id === place)?.maybe ?? [];
  const works = possible.flatMap(({ work }) => before.works.find((other) => other.id === work) ?? []);
  if (works.length > 0) return { status: 'ambiguous', works: works.slice(0, mostWorks), named: [] };
  return { status: 'number-of-others', works: before.works.slice(0, mostWorks), named: [] };
}

function withNaming(symbol: NamedSymbol, id: string, naming: Naming): NamedSymbol {
  if (symbol.named.some((one) => one.id === id)) return symbol;
  return { ...symbol, named: [...symbol.named, { id, naming, documents: 1 }] };
}
