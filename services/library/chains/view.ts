import { levelOf } from '#services/analysis/level.ts';
import type { DocumentSummary, Store } from '#services/store/port.ts';
import type { Link, LinkWitness, Statement } from '#services/works/link.ts';
import { mostListed, type Possible, type Work } from '#services/works/work.ts';
import type { EdgeWitness, GraphEdge, PossibleWork, StatementView, WorkView } from '../shapes.ts';

/** Documents by id, as far as they were asked for. */
export type Summaries = ReadonlyMap<string, DocumentSummary>;

const summariesAtOnce = 500;

/** The documents that works, links and statements name. */
export async function summariesFor(
  index: Pick<Store, 'summaries'>,
  shown: { readonly works?: readonly Work[]; readonly links?: readonly Link[]; readonly documents?: readonly string[] },
): Promise<Summaries> {
  const { works = [], links = [], documents = [] } = shown;
  const ids = [
    ...new Set([
      ...works.flatMap(({ held }) => held.slice(0, mostListed)),
      ...links.flatMap(({ witnesses }) => witnesses.map(({ document }) => document)),
      ...documents,
    ]),
  ];
  const found = new Map<string, DocumentSummary>();
  for (let at = 0; at < ids.length; at += summariesAtOnce)
    for (const summary of await index.summaries(ids.slice(at, at + summariesAtOnce))) found.set(summary.id, summary);
  return found;
}

export function viewOf(work: Work, summaries: Summaries): WorkView {
  const { id, symbol, key, type, scope, term, date, title, issuer, held, cited, claimed, maybe, maybeMore, decisions } = work;
  return {
    ...{ id, symbol, key, type, scope, term, date, title, issuer },
    level: levelOf(key, scope),
    held: held.slice(0, mostListed).flatMap((document) => summaries.get(document) ?? []),
    heldMore: Math.max(0, held.length - mostListed),
    cited,
    claimed: {
      dates: claimed.dates.map((one) => ({ ...one })),
      titles: claimed.titles.map((one) => ({ ...one })),
      issuers: claimed.issuers.map((one) => ({ ...one })),
      types: claimed.types.map((one) => ({ ...one })),
    },
    maybe: maybe.map(possibleOf),
    maybeMore,
    decisions: [...decisions],
  };
}

/** An id of a work tells its symbol, scope and term ("20-KH/TU@Bến Tre@2020-2025"), a "?" leading what is unknown. */
function possibleOf({ work, reasons }: Possible): PossibleWork {
  const [symbol = work, scope = '?', term = '?'] = work.split('@');
  const known = (part: string) => (part.startsWith('?') ? null : part);
  return { work, symbol, scope: known(scope), term: known(term), reasons: [...reasons] };
}

export function edgeOf({ from, to, kinds, claims, witnesses }: Link, summaries: Summaries): GraphEdge {
  const { relation, kind } = kinds[0]!;
  return {
    ...{ from, to, relation, kind, claims },
    kinds: kinds.map((one) => ({ ...one })),
    witnesses: witnesses.map((witness) => witnessOf(witness, summaries)),
  };
}

export function statementOf({ from, to, witness }: Statement, summaries: Summaries): StatementView {
  return { from, to, ...witnessOf(witness, summaries) };
}

export function witnessOf({ own, ...witness }: LinkWitness, summaries: Summaries): EdgeWitness {
  return { ...witness, span: { ...witness.span }, name: summaries.get(witness.document)?.name ?? witness.document, attested: !own };
}

/** A number with whose it is, for sentences: "20-KH/TU (Bến Tre, 2020-2025)"; of a document without a number its title or id. */
export function nameOf({ id, key, scope, term, title }: Pick<Work, 'id' | 'key' | 'scope' | 'term' | 'title'>): string {
  if (key === null) return title === null ? id : `“${title.length > 80 ? `${title.slice(0, 80).trimEnd()}…` : title}”`;
  const whose = [scope, term].filter((part) => part !== null);
  return whose.length === 0 ? key : `${key} (${whose.join(', ')})`;
}
