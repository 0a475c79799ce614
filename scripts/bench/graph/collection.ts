import { type Identity, type Part, unknownPart } from '#ingest/model/identity.ts';
import type { DocumentRecord } from '#ingest/model/record.ts';
import { type Confidence, parentOf, type RelationKind } from '#ingest/model/relation.ts';
import type { StoredDocument } from '#services/store/port.ts';
import { symbolOf } from '#services/works/naming.ts';

/**
 * A made collection for measuring walks: so many documents, each of which bears a number of its own and states five relations to others on average, all of the
 * same size. Numbers stand for themselves and are shared by provinces and terms as in life; eight documents are cited by up to half of all others.
 */
export interface Made {
  readonly from: number;
  readonly to: number;
  readonly kind: RelationKind;
}

export const hubs = 8;
const usual = 4;
const scopes = 64;
const terms = ['2005-2010', '2010-2015', '2015-2020', '2020-2025'];
const kinds: readonly RelationKind[] = [
  'implements',
  'basis',
  'implements',
  'cites',
  'basis',
  'implements',
  'cites',
  'replaces',
  'amends',
  'reports-on',
];
const firstDay = Date.UTC(2005, 0, 1);
const days = 20 * 365;
const millisecondsOfDay = 86_400_000;

/** A number from 0 to below 1 that looks drawn, the same for the same place (an integer hash after Thomas Wang). */
function drawn(place: number): number {
  let hash = (place ^ 61 ^ (place >>> 16)) >>> 0;
  hash = Math.imul(hash, 9) >>> 0;
  hash = (hash ^ (hash >>> 4)) >>> 0;
  hash = Math.imul(hash, 0x27d4eb2d) >>> 0;
  return ((hash ^ (hash >>> 15)) >>> 0) / 2 ** 32;
}

/** What document `from` of `count` states: mostly of some before it, now and then of one after it, so that there are circles. */
export function statedBy(from: number, count: number): Made[] {
  const made: Made[] = [];
  for (let at = 0; at < usual; at++) {
    const place = from * 16 + at;
    const away = 1 + Math.floor(drawn(place) ** 3 * Math.min(count / 4, Math.max(1, from)));
    const to = drawn(place + 7) < 0.01 ? (from + away) % count : Math.abs(from - away) % count;
    made.push({ from, to, kind: kinds[Math.floor(drawn(place + 11) * kinds.length)]! });
  }
  for (let hub = 0; hub < hubs; hub++)
    if (from !== hub && drawn(from * 16 + 100_003 * (hub + 1)) < 0.5 ** (hub + 1)) made.push({ from, to: hub, kind: kinds[hub % 3]! });
  return made;
}

const said = (value: string): Part => ({ value, how: 'said' });

export function dateOf(document: number, count: number): string {
  return new Date(firstDay + Math.floor((document / count) * days) * millisecondsOfDay).toISOString().slice(0, 10);
}

function identityOf(document: number, count: number, dated = true): Identity {
  const scope = document % scopes;
  const number = Math.floor(document / (scopes * terms.length)) + 1;
  return {
    key: `${number}-KH/${scope === 0 ? 'TW' : 'TU'}`,
    type: 'KH',
    scope: said(scope === 0 ? 'TW' : `Tỉnh ${scope}`),
    term: said(terms[Math.floor(document / scopes) % terms.length]!),
    date: dated ? said(dateOf(document, count)) : unknownPart,
  };
}

/** Id of the work that a made document is. */
export function workOf(document: number, count: number): string {
  const { key, scope, term } = identityOf(document, count);
  return `${symbolOf(key)}@${scope.value}@${term.value}`;
}

export function madeDocument(document: number, count: number, stated: readonly Made[] = statedBy(document, count)): StoredDocument {
  const claims = stated.map(({ to, kind }, at): MadeClaim => {
    const quote = `Căn cứ tình hình và theo Kế hoạch số ${identityOf(to, count).key}, các cơ quan phối hợp triển khai những việc được nêu dưới đây.`;
    return { kind, object: identityOf(to, count, (document + to) % 2 === 0), confidence: at % 4 === 0 ? 'read' : 'stated', quote };
  });
  return documentOf(`d${String(document).padStart(7, '0')}`, identityOf(document, count), claims);
}

/** A claim of a made document about another one. */
export interface MadeClaim {
  readonly kind: RelationKind;
  readonly object: Identity;
  readonly confidence: Confidence;
  readonly quote: string;
}

/** A document that bears this number and states these claims, each in a line of its own. */
export function documentOf(name: string, identity: Identity, claims: readonly MadeClaim[]): StoredDocument {
  const quotes = claims.map(({ quote }) => quote);
  const text = quotes.join('\n');
  const places = quotes.map((_, at) => at + quotes.slice(0, at).reduce((sum, { length }) => sum + length, 0));
  const record: DocumentRecord = {
    pipeline: 'bench',
    file: { name: `${name}.txt`, hash: name.padStart(64, '0'), mediaType: 'text/plain', bytes: text.length, pages: 1 },
    document: {
      type: identity.type,
      number: identity.key,
      issuer: null,
      place: null,
      date: identity.date.value,
      dateSource: 'header',
      title: null,
      spans: {},
    },
    identity,
    ...{ signatures: [], recipients: [], aliases: [], citations: [], attested: [], tasks: [], parts: [], findings: [], text, edits: [] },
    claims: claims.map(({ kind, object, confidence, quote }, at) => ({
      subject: null,
      relation: parentOf(kind),
      kind,
      object,
      rule: 'lead-in',
      confidence,
      own: true,
      witness: { start: places[at]!, end: places[at]! + quote.length },
      quote,
    })),
    origin: { repaired: [0], raw: [0], kept: [1], rawLength: text.length, length: text.length, pages: [0] },
  };
  const version = { revision: 1, hash: record.file.hash, name: record.file.name, accepted: '2025-01-01T00:00:00.000Z' };
  return { id: name, revision: 1, source: `bench:${name}`, versions: [version], record };
}
