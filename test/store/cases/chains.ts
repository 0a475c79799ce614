import fc from 'fast-check';
import type { Claim } from '#ingest/model/claim.ts';
import { type Identity, type Part, unknownPart } from '#ingest/model/identity.ts';
import { confidences, kindNames, parentOf, type RelationKind } from '#ingest/model/relation.ts';
import type { StoredDocument } from '#services/store/port.ts';
import type { Decision } from '#services/works/decision.ts';
import { citation, stored } from '../../support/record.ts';

/** Small collections that make every difficulty of the graph likely: few numbers, scopes and days, so that what is drawn meets. */

const part = (value: string | null, how: 'said' | 'inferred' = 'said'): Part => (value === null ? unknownPart : { value, how });

export interface Meant {
  readonly key: string | null;
  readonly scope?: string | null;
  readonly term?: string | null;
  readonly date?: string | null;
  readonly how?: 'said' | 'inferred';
}

export function meant({ key, scope = null, term = null, date = null, how = 'said' }: Meant): Identity {
  return {
    key,
    type: key === null ? null : (/-(\p{L}+)/u.exec(key)?.[1] ?? null),
    scope: part(scope, how),
    term: part(term, how),
    date: part(date),
  };
}

export interface Said {
  /** Who acts; null for the document that speaks. */
  readonly subject?: Meant | null;
  readonly kind: RelationKind;
  readonly object: Meant;
  readonly confidence?: Claim['confidence'];
}

/** A document that bears a number and says something of others. Each claim has words of its own. */
export function speaking(id: string, head: Meant & { readonly title?: string }, said: readonly Said[]): StoredDocument {
  const quotes = said.map((_, at) => `Câu thứ ${at} của ${id}.`);
  const text = quotes.join(' ');
  const claims = said.map(({ subject = null, kind, object, confidence = 'stated' }, at): Claim => {
    const start = text.indexOf(quotes[at] as string);
    return {
      subject: subject === null ? null : meant(subject),
      ...{ relation: parentOf(kind), kind, object: meant(object), rule: `rule-${at % 3}`, confidence, own: subject === null },
      ...{ witness: { start, end: start + quotes[at]!.length }, quote: quotes[at] as string },
    };
  });
  const title = head.title === undefined ? {} : { title: head.title };
  const made = stored(id, text, { ...(head.date == null ? {} : { date: head.date }), ...title });
  const keys = [...new Set(said.flatMap(({ object }) => object.key ?? []))];
  const citations = keys.map((key) => ({ ...citation(key), identity: claims.find(({ object }) => object.key === key)!.object }));
  return { ...made, record: { ...made.record, identity: meant(head), claims, citations } };
}

const conclusion: Meant = { key: '01-KL/TW', scope: 'TW', term: 'XIII', date: '2021-05-18' };
const older: Meant = { key: '01-KL/TW', scope: 'TW', term: 'XII', date: '2016-04-04' };
const plan = (scope: string): Meant => ({ key: '20-KH/TU', scope, term: '2020-2025', date: '2021-09-01' });

/** By what they show. */
export const chainCases: Readonly<Record<string, readonly StoredDocument[]>> = {
  'a chain of three, one of them not held': [
    speaking('plan', plan('Tiền Giang'), [{ kind: 'implements', object: conclusion }]),
    speaking('report', { key: '7-BC/HU', scope: 'Tiền Giang/Cai Lậy', term: '2020-2025', date: '2022-01-02' }, [
      { kind: 'reports-on', object: plan('Tiền Giang') },
      { kind: 'cites', object: plan('Tiền Giang') },
      { kind: 'implements', object: conclusion, confidence: 'read' },
    ]),
  ],
  'one number of two provinces, and of an unknown one': [
    speaking('a', plan('Tiền Giang'), []),
    speaking('b', plan('Thái Nguyên'), []),
    speaking('c', { key: '9-CV/TW', scope: 'TW', term: 'XIII', date: '2022-01-01' }, [{ kind: 'cites', object: { key: '20-KH/TU' } }]),
    speaking('d', { key: '8-CV/TW', scope: 'TW', term: 'XIII', date: '2022-01-01' }, [
      { kind: 'cites', object: { key: '20-KH/TU', date: '2021-09-01' } },
      { kind: 'cites', object: { key: '20-KH/TU', scope: 'Thái Nguyên' } },
    ]),
  ],
  'two terms of one number, and a citation that does not tell the term': [
    speaking('new', conclusion, [{ kind: 'continues', object: older }]),
    speaking('teller', { key: '3-CT/TW', scope: 'TW', term: 'XIII', date: '2021-06-01' }, [
      { kind: 'implements', object: { key: '01-KL/TW', scope: 'TW' } },
      { kind: 'basis', object: { key: '1-KL/TW', scope: 'TW', term: 'XIII', date: '2021-05-19' } },
    ]),
  ],
  'a document that cites itself, and three in a circle': [
    speaking('self', conclusion, [
      { kind: 'cites', object: conclusion },
      { kind: 'basis', object: plan('Tiền Giang') },
    ]),
    speaking('next', plan('Tiền Giang'), [{ kind: 'basis', object: older }]),
    speaking('last', older, [
      { kind: 'basis', object: conclusion },
      { kind: 'cites', object: { key: '01-KL/TW' } },
    ]),
  ],
  'documents without a number, and claims about nobody': [
    speaking('letter', { key: null, title: 'Thư ngỏ' }, [
      { kind: 'cites', object: conclusion },
      { kind: 'related', object: { key: null } },
      { subject: { key: null, date: '2020-01-01' }, kind: 'amends', object: conclusion },
    ]),
  ],
  'what a third document states of two others': [
    speaking('third', { key: '5-TB/TW', scope: 'TW', term: 'XIII', date: '2021-10-10' }, [
      { subject: plan('Tiền Giang'), kind: 'implements', object: conclusion },
      { subject: { key: '20-KH/TU' }, kind: 'replaces', object: older },
      { subject: conclusion, kind: 'replaces', object: conclusion },
    ]),
  ],
  'a hub with many that cite it': [
    speaking('hub', { ...conclusion, title: 'Về việc học' }, []),
    ...Array.from({ length: 60 }, (_, at) =>
      speaking(
        `citer${at}`,
        { key: `${at + 1}-KH/TU`, scope: 'Tiền Giang', term: '2020-2025', date: `2021-${String((at % 12) + 1).padStart(2, '0')}-01` },
        [{ kind: at % 3 === 0 ? 'cites' : 'implements', object: at % 5 === 0 ? { ...conclusion, date: null } : conclusion }],
      ),
    ),
  ],
};

const heads: readonly Meant[] = [conclusion, older, plan('Tiền Giang'), plan('Thái Nguyên')];
const key = fc.constantFrom('01-KL/TW', '1-KL/TW', '20-KH/TU', '5-QĐ/TW', '5-QĐi/TW');
const scope = fc.constantFrom(null, 'TW', 'Tiền Giang', 'Thái Nguyên');
const term = fc.constantFrom(null, 'XII', 'XIII', '2020-2025');
const date = fc.constantFrom(null, '2016-04-04', '2021-05-18', '2021-09-01', '2023-12-31');
const how = fc.constantFrom('said' as const, 'inferred' as const);
const anything: fc.Arbitrary<Meant> = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(...heads) },
  { weight: 4, arbitrary: fc.record({ key, scope, term, date, how }) },
  { weight: 1, arbitrary: fc.record({ key: fc.constant(null), date }) },
);
const said: fc.Arbitrary<Said> = fc.record({
  subject: fc.oneof({ weight: 3, arbitrary: fc.constant(null) }, { weight: 2, arbitrary: anything }),
  kind: fc.constantFrom(...kindNames),
  object: anything,
  confidence: fc.constantFrom(...confidences),
});

const ids = ['a', 'b', 'c', 'd', 'e', 'f', 'g'] as const;
const document = fc
  .tuple(
    fc.constantFrom(...ids),
    anything,
    fc.option(fc.constantFrom('Một việc', 'Việc khác'), { nil: undefined }),
    fc.array(said, { maxLength: 6 }),
  )
  .map(([id, head, title, all]) => speaking(id, title === undefined ? head : { ...head, title }, all));

/** Which works a decision is about is known only once there are some: the numbers choose among them. */
export type Change =
  | { readonly kind: 'put'; readonly documents: readonly StoredDocument[] }
  | { readonly kind: 'remove'; readonly id: string }
  | { readonly kind: 'decide'; readonly pairs: readonly (readonly [first: number, second: number, says: Decision['says']])[] };

const change: fc.Arbitrary<Change> = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({ kind: fc.constant('put' as const), documents: fc.array(document, { minLength: 1, maxLength: 4 }) }),
  },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('remove' as const), id: fc.constantFrom(...ids) }) },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant('decide' as const),
      pairs: fc.array(fc.tuple(fc.nat(50), fc.nat(50), fc.constantFrom('same' as const, 'different' as const)), { maxLength: 3 }),
    }),
  },
);
export const changes = fc.array(change, { minLength: 1, maxLength: 7 });
