import type { DocumentBody, Store } from '#services/store/port.ts';
import { everyLink, type LinkWitness, mostWalked } from '#services/works/link.ts';
import { namingId } from '#services/works/naming.ts';
import { knownSymbols } from '../chains/known.ts';
import type { AuditFinding, AuditQuote, AuditSide } from '../shapes.ts';
import { citedPlace, type NamedCitation, namedIn, ownPlace } from './places.ts';
import { type RawFinding, type RawSide, symbolIn } from './raw.ts';
import { majorityOf } from './sides.ts';
import { quoteOf } from './words.ts';

/** Quotes shown of each side, and ways of naming that are asked for them. */
const mostQuotes = 3;
const mostNamings = 20;
const bodiesAtOnce = 50;
const namingsAtOnce = 500;

type Reading = Pick<Store, 'speakers' | 'bodies' | 'walk' | 'named'>;

type Sides = readonly RawSide[];

/** The findings with the words of their sides. Only here bodies are read: for what is told, a few at a time, so that no more than those of a page lie in memory. */
export async function told(index: Reading, findings: readonly RawFinding[]): Promise<AuditFinding[]> {
  const sides = await toldSides(
    index,
    findings.map((finding) => finding.sides),
  );
  return findings.map(({ code, severity, works, message, messageVi }, at) => ({
    ...{ code, severity, works: [...works], message, messageVi, sides: sides[at]! },
  }));
}

/** Sides in groups, one group for each finding, with their words. */
export async function toldSides(index: Reading, given: readonly Sides[]): Promise<AuditSide[][]> {
  const groups = await withDates(index, given);
  const asked = [...new Set(groups.flatMap((sides) => sides.flatMap(({ namings }) => namings?.ids.slice(0, mostNamings) ?? [])))];
  const speakers = new Map<string, readonly string[]>();
  for (let at = 0; at < asked.length; at += namingsAtOnce)
    for (const { naming, documents } of await index.speakers(asked.slice(at, at + namingsAtOnce), mostQuotes))
      speakers.set(naming, documents);
  const statements = await firstStatements(
    index,
    groups.flatMap((sides) => sides.flatMap(({ link }) => link ?? [])),
  );
  const wanted = new Map<RawSide, Wanted>();
  for (const sides of groups) for (const side of sides) wanted.set(side, wantedOf(side, speakers, statements));
  const quotes = await quoted(index, wanted);
  return groups.map((sides) => {
    const majority = majorityOf(sides);
    return sides.map((side) => ({
      ...{ value: side.value, own: side.own, documents: side.documents, majority: side === majority },
      quotes: quotes.get(side) ?? [],
    }));
  });
}

/** The same with the ways of naming that say the date of a work, where a side shows that. */
async function withDates(index: Pick<Store, 'named'>, groups: readonly Sides[]): Promise<readonly Sides[]> {
  const works = new Set(groups.flatMap((sides) => sides.flatMap(({ dateOf }) => dateOf ?? [])));
  if (works.size === 0) return groups;
  const ids = new Map<string, readonly string[]>();
  for (const { named, placed } of (await knownSymbols(index, [...works].map(symbolIn))).values()) {
    for (const { id, naming } of named.named) {
      const date = naming.identity.date.value;
      const work = placed.get(id)?.work;
      if (date === null || work === undefined || !works.has(work)) continue;
      const known = ids.get(`${work} ${date}`) ?? [];
      ids.set(`${work} ${date}`, naming.holder === null ? [...known, id] : [id, ...known]);
    }
  }
  return groups.map((sides) =>
    sides.map((side): RawSide => {
      const { dateOf, value } = side;
      if (dateOf === undefined || value === null) return side;
      return { ...side, namings: { part: 'date', ids: ids.get(`${dateOf} ${value}`) ?? [], values: new Set([value]) } };
    }),
  );
}

/** What is to be quoted for a side: from which documents, and where in each as far as that is known. */
interface Wanted {
  readonly documents: ReadonlySet<string>;
  readonly find: (body: DocumentBody) => readonly AuditQuote[];
}

type LinkEnds = NonNullable<RawSide['link']>;

const pair = ({ from, to }: LinkEnds) => `${from}\n${to}`;

/** The first statements of each link, by its ends: of all in one question. */
async function firstStatements(
  index: Pick<Store, 'walk'>,
  links: readonly LinkEnds[],
): Promise<ReadonlyMap<string, readonly LinkWitness[]>> {
  if (links.length === 0) return new Map();
  const roots = [...new Set(links.flatMap(({ from, to }) => [from, to]))];
  const found = await index.walk({
    ...{ roots, direction: 'both', depth: 0, filter: everyLink, limit: mostWalked, witnesses: mostQuotes },
  });
  return new Map(found.links.map((link) => [pair(link), link.witnesses]));
}

function wantedOf(
  side: RawSide,
  speakers: ReadonlyMap<string, readonly string[]>,
  statements: ReadonlyMap<string, readonly LinkWitness[]>,
): Wanted {
  const { namings, places, link } = side;
  if (places !== undefined)
    return {
      documents: new Set(places.map(({ document }) => document)),
      find: ({ id, body }) => places.filter(({ document }) => document === id).map(({ span }) => quoteOf(id, body, span)),
    };
  if (link !== undefined) {
    const first = statements.get(pair(link)) ?? [];
    return {
      documents: new Set(first.map(({ document }) => document)),
      find: ({ id, body }) =>
        first.filter(({ document }) => document === id).map(({ span, quote }) => ({ ...quoteOf(id, body, span), quote })),
    };
  }
  if (namings === undefined) return { documents: new Set(), find: () => [] };
  const { ids, part, values } = namings;
  const meant = new Set(ids);
  const documents = [...new Set(ids.slice(0, mostNamings).flatMap((id) => speakers.get(id) ?? []))].slice(0, mostQuotes);
  return {
    documents: new Set(documents),
    find: ({ id, body }) => {
      const { own, cited } = namedInOnce(id, body);
      const said = side.own && meant.has(own) ? ownPlace(body, part) : null;
      const naming = said === null ? cited.find((one) => meant.has(one.id)) : undefined;
      const span = said ?? (naming === undefined ? null : citedPlace(naming.citation, part, values));
      return span === null ? [] : [quoteOf(id, body, span)];
    },
  };
}

const remembered = new WeakMap<object, { own: string; cited: readonly NamedCitation[] }>();

/** One text may be quoted for many findings. */
function namedInOnce(id: string, body: DocumentBody['body']): { own: string; cited: readonly NamedCitation[] } {
  const known = remembered.get(body);
  if (known !== undefined) return known;
  const { own, cited } = namedIn(id, body);
  const made = { own: namingId(own), cited };
  remembered.set(body, made);
  return made;
}

async function quoted(index: Pick<Store, 'bodies'>, wanted: ReadonlyMap<RawSide, Wanted>): Promise<ReadonlyMap<RawSide, AuditQuote[]>> {
  const bySpeaker = new Map<string, RawSide[]>();
  for (const [side, { documents }] of wanted) for (const id of documents) bySpeaker.set(id, [...(bySpeaker.get(id) ?? []), side]);
  const ids = [...bySpeaker.keys()];
  const quotes = new Map<RawSide, AuditQuote[]>();
  for (let at = 0; at < ids.length; at += bodiesAtOnce)
    for (const body of await index.bodies(ids.slice(at, at + bodiesAtOnce)))
      for (const side of bySpeaker.get(body.id)!) quotes.set(side, [...(quotes.get(side) ?? []), ...wanted.get(side)!.find(body)]);
  for (const [side, list] of quotes) {
    // The head of the document itself comes first, as its naming does.
    const order = [...wanted.get(side)!.documents];
    const place = ({ document }: AuditQuote) => order.indexOf(document ?? '');
    quotes.set(side, list.sort((a, b) => place(a) - place(b) || a.span.start - b.span.start).slice(0, mostQuotes));
  }
  return quotes;
}
