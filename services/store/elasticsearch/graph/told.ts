import type { estypes } from '@elastic/elasticsearch';
import { confidences, kindNames } from '#ingest/model/relation.ts';
import { kindsOf, type LinkFilter, type LinkWitness } from '#services/works/link.ts';
import type { Clause } from '../clauses.ts';
import { type Ask, countedIn, countingNested } from './answer.ts';
import { dateIn, partsOf, saidAs } from './entry.ts';

/** A statement as the graph holds it: the namings at its ends (`refOf`), and where its words are. */
export interface Told extends Pick<LinkWitness, 'kind' | 'confidence' | 'date' | 'document' | 'position'> {
  readonly subject: string;
  readonly object: string;
  readonly revision: number;
}

/** Which statements: `subject` and `object` begin at these namings, and not at those. */
export interface Wanted {
  readonly subject?: readonly string[];
  readonly object?: readonly string[];
  readonly notSubject?: readonly string[];
  readonly notObject?: readonly string[];
  readonly filter: LinkFilter;
}

/** The place of a statement in the order of statements: what is sorted by. */
export type Place = readonly [order: string, document: string, position: number];

/** Statements in their order, and how many there are in all. */
export interface ToldPage {
  readonly told: readonly Told[];
  readonly places: readonly Place[];
  readonly total: number;
}

/** The first three sort, and no two statements agree in them; the others are told beside them. */
const fields = ['order', 'document', 'position', 'subject', 'object', 'said'] as const;
type Bucket = { readonly key: Readonly<Record<Exclude<(typeof fields)[number], 'position'>, string>> & { readonly position: number } };
/** After every value of a field that only is told. */
const last = '\u{10ffff}';

/**
 * Statements in their order, `size` from behind the place `after`. Each is a bucket of its own: nested entries are told so without reading what else is
 * kept of their documents.
 */
function toldRequest(wanted: Wanted, size: number, after: Place | null): estypes.SearchRequest {
  const sources = fields.map((field) => ({ [field]: { terms: { field: `statements.${field}` } } }));
  const behind = after === null ? {} : { after: keyOf(after) };
  return countingNested('statements', conditionsOf(wanted), { composite: { size, sources, ...behind } });
}

function keyOf([order, document, position]: Place): estypes.AggregationsCompositeAggregateKey {
  return { order, document, position, subject: last, object: last, said: last };
}

function conditionsOf({ subject, object, notSubject, notObject, filter }: Wanted): Clause[] {
  const among = (field: string, refs: readonly string[]): Clause => ({ terms: { [`statements.${field}`]: [...refs] } });
  const apart = (field: string, refs: readonly string[]): Clause => ({ bool: { must_not: [among(field, refs)] } });
  return [
    ...(subject === undefined ? [] : [among('subject', subject)]),
    ...(object === undefined ? [] : [among('object', object)]),
    ...(notSubject === undefined ? [] : [apart('subject', notSubject)]),
    ...(notObject === undefined ? [] : [apart('object', notObject)]),
    ...filterClauses(filter),
  ];
}

function filterClauses(filter: LinkFilter): Clause[] {
  const kinds = kindsOf(filter);
  const said = [...kinds].flatMap((kind) => confidences.map((confidence) => saidAs(kind, confidence)));
  const bounds = { ...(filter.from === null ? {} : { gte: filter.from }), ...(filter.to === null ? {} : { lte: filter.to }) };
  return [
    ...(kinds.size === kindNames.length ? [] : [{ terms: { 'statements.said': said } }]),
    ...(filter.from === null && filter.to === null ? [] : [{ range: { 'statements.date': bounds } }]),
  ];
}

export async function toldPage(ask: Ask, wanted: Wanted, size: number, after: Place | null): Promise<ToldPage> {
  const { total, buckets } = countedIn<Bucket>(await ask(toldRequest(wanted, size, after)));
  return {
    told: buckets.map(({ key }) => toldBy(key)),
    places: buckets.map(({ key: { order, document, position } }) => [order, document, position]),
    total,
  };
}

function toldBy({ order, document, position, subject, object, said }: Bucket['key']): Told {
  const [id, revision] = partsOf(document);
  const [kind, confidence] = said.split(' ') as [Told['kind'], Told['confidence']];
  return { subject, object, kind, confidence, date: dateIn(order), document: id, revision: Number(revision), position };
}

/** All statements that are wanted, in their order, `size` at a time: each page is one request, and none is asked for that is not needed. */
export async function* toldPages(ask: Ask, wanted: Wanted, size: number): AsyncGenerator<readonly Told[]> {
  for (let after: Place | null = null; ; ) {
    const { told, places }: ToldPage = await toldPage(ask, wanted, size, after);
    if (told.length > 0) yield told;
    after = places.at(-1) ?? null;
    if (told.length < size || after === null) return;
  }
}
