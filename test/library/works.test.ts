import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Claim } from '#ingest/model/claim.ts';
import type { Identity } from '#ingest/model/identity.ts';
import { kindNames, parentOf } from '#ingest/model/relation.ts';
import { project } from '#services/library/projection.ts';
import type { DocumentSummary, StoredClaim } from '#services/store/port.ts';
import { type IdentityOptions, identity } from '../support/record.ts';

/** A held document that bears this identity. */
function held(id: string, own: Identity): DocumentSummary {
  const { key: number, type, date } = own;
  return { id, revision: 1, name: `${id}.txt`, type, number, issuer: null, place: null, date: date.value, title: null, identity: own };
}

let place = 0;
const stating = (kind: Claim['kind']) => ({ relation: parentOf(kind), kind, rule: 'test', confidence: 'stated' as const });

function says(document: string, object: Identity, options: { subject?: Identity; kind?: Claim['kind'] } = {}): StoredClaim {
  const { subject = null, kind = 'implements' } = options;
  place += 10;
  const witness = { start: place, end: place + 5 };
  return { document, page: 1, claim: { ...stating(kind), subject, object, own: subject === null, witness, quote: `câu thứ ${place}` } };
}

const conclusion = (options: IdentityOptions) => identity('33-KL/TW', { type: 'KL', ...options });
const local = (options: IdentityOptions) => identity('20-KH/TU', { type: 'KH', ...options });
const unnumbered = (id: string) => held(id, identity(null));

/** Ids of works with, for each, the documents that cite it. */
function citersOf(claims: readonly StoredClaim[], documents: readonly DocumentSummary[]): Record<string, string[]> {
  const { edges } = project(claims, documents);
  const citers: Record<string, string[]> = {};
  for (const { to, witnesses } of edges) citers[to] = [...(citers[to] ?? []), ...witnesses.map((witness) => witness.document)].sort();
  return citers;
}

describe('which mentions are one work', () => {
  test('the same number, scope and term, however the number is printed', () => {
    const claims = [
      says('a', identity('07-KL/TW', { scope: 'TW', term: 'XIII' })),
      says('b', identity('7-kl/tw', { scope: 'TW', term: 'XIII' })),
    ];
    expect(citersOf(claims, [unnumbered('a'), unnumbered('b')])).toEqual({ '7-KL/TW@TW@XIII': ['a', 'b'] });
  });

  test('not the same number of two terms, nor of two provinces', () => {
    const claims = [
      says('a', conclusion({ scope: 'TW', term: 'XII' })),
      says('a', conclusion({ scope: 'TW', term: 'XIII' })),
      says('a', local({ scope: 'Bến Tre', term: '2020-2025' })),
      says('a', local({ scope: 'Cà Mau', term: '2020-2025' })),
    ];
    expect(Object.keys(citersOf(claims, [unnumbered('a')])).sort()).toEqual([
      '20-KH/TU@Bến Tre@2020-2025',
      '20-KH/TU@Cà Mau@2020-2025',
      '33-KL/TW@TW@XII',
      '33-KL/TW@TW@XIII',
    ]);
  });

  test('contradicting dates of one term stay one work that shows both', () => {
    const claims = [
      says('a', conclusion({ scope: 'TW', term: 'XIII', date: '2021-08-02' })),
      says('b', conclusion({ scope: 'TW', term: 'XIII', date: '2021-02-08' })),
      says('c', conclusion({ scope: 'TW', term: 'XIII', date: '2021-08-02' })),
    ];
    const { works } = project(claims, ['a', 'b', 'c'].map(unnumbered));
    expect(works.get('33-KL/TW@TW@XIII')).toMatchObject({
      date: null,
      dates: [
        { value: '2021-02-08', documents: ['b'] },
        { value: '2021-08-02', documents: ['a', 'c'] },
      ],
    });
  });

  test('the date of the document itself goes before what others say of it', () => {
    const bearer = held('d', conclusion({ scope: 'TW', term: 'XIII', date: '2021-08-02' }));
    const claims = [says('a', conclusion({ scope: 'TW', term: 'XIII', date: '2021-02-08' }))];
    const work = project(claims, [bearer, unnumbered('a')]).works.get('33-KL/TW@TW@XIII');
    expect(work?.date).toBe('2021-08-02');
    expect(work?.held.map(({ id }) => id)).toEqual(['d']);
    expect(work?.dates.map(({ value }) => value)).toEqual(['2021-02-08', '2021-08-02']);
  });

  test('a mention without a term joins the only work of its scope, and is marked as inferred', () => {
    const claims = [says('a', conclusion({ scope: 'TW', term: 'XIII' })), says('b', conclusion({ scope: 'TW' }))];
    const { edges } = project(claims, [unnumbered('a'), unnumbered('b')]);
    expect(edges.map(({ to, witnesses }) => [to, witnesses.map(({ document, identified }) => [document, identified])])).toEqual([
      ['33-KL/TW@TW@XIII', [['a', 'said']]],
      ['33-KL/TW@TW@XIII', [['b', 'inferred']]],
    ]);
  });

  test('a mention without a term stays apart where it could be two works, and each names the other', () => {
    const claims = [
      says('a', conclusion({ scope: 'TW', term: 'XII' })),
      says('a', conclusion({ scope: 'TW', term: 'XIII' })),
      says('b', conclusion({ scope: 'TW' })),
    ];
    const { works } = project(claims, [unnumbered('a'), unnumbered('b')]);
    expect(works.get('33-KL/TW@TW@?')?.maybe).toEqual(['33-KL/TW@TW@XII', '33-KL/TW@TW@XIII']);
    expect(works.get('33-KL/TW@TW@XII')?.maybe).toEqual(['33-KL/TW@TW@?']);
  });

  test('a number of an unknown province is a work of its own for each document that cites it', () => {
    const claims = [
      says('a', local({ scope: 'Bến Tre', term: '2020-2025' })),
      says('b', local({ term: '2020-2025' })),
      says('c', local({ term: '2020-2025' })),
      says('d', local({ term: '2015-2020' })),
    ];
    const { works } = project(claims, ['a', 'b', 'c', 'd'].map(unnumbered));
    expect(works.get('20-KH/TU@?b@2020-2025')?.maybe).toEqual(['20-KH/TU@Bến Tre@2020-2025']);
    expect(works.get('20-KH/TU@?d@2015-2020')?.maybe).toEqual([]);
    expect(works.get('20-KH/TU@Bến Tre@2020-2025')?.maybe).toEqual(['20-KH/TU@?b@2020-2025', '20-KH/TU@?c@2020-2025']);
  });

  test('a document that cites its own number without a term does not mean itself', () => {
    const own = conclusion({ scope: 'TW', term: 'XIII' });
    const claims = [says('d', conclusion({ scope: 'TW' }), { kind: 'replaces' })];
    const { edges } = project(claims, [held('d', own)]);
    expect(edges.map(({ from, to }) => [from, to])).toEqual([['33-KL/TW@TW@XIII', '33-KL/TW@TW@?']]);
  });

  test('a document without a number is a work that nobody else can mean', () => {
    const { works, edges } = project([says('a', conclusion({ scope: 'TW', term: 'XIII' }))], [unnumbered('a'), unnumbered('b')]);
    expect([...works.keys()]).toEqual(['33-KL/TW@TW@XIII', 'doc:a', 'doc:b']);
    expect(edges.map(({ from }) => from)).toEqual(['doc:a']);
  });
});

describe('edges', () => {
  test('lead from who acts to what is acted on, one for each pair, with every kind of relation and witness, the strongest first', () => {
    const plan = local({ scope: 'Bến Tre', term: '2020-2025' });
    const object = conclusion({ scope: 'TW', term: 'XIII' });
    const claims = [
      says('p', object),
      says('p', object),
      says('p', object, { kind: 'cites' }),
      says('p', object, { kind: 'reports-on' }),
      says('x', object, { subject: plan }),
    ];
    const { edges } = project(claims, [held('p', plan), unnumbered('x')]);
    expect(edges.map(({ from, to, kinds }) => [from, to, kinds.map(({ kind }) => kind)])).toEqual([
      ['20-KH/TU@Bến Tre@2020-2025', '33-KL/TW@TW@XIII', ['reports-on', 'implements']],
    ]);
    expect(edges[0]?.witnesses.map(({ document, claim }) => [document, claim.kind])).toEqual([
      ['p', 'reports-on'],
      ['p', 'implements'],
      ['p', 'implements'],
      ['x', 'implements'],
      ['p', 'cites'],
    ]);
  });
});

describe('the order of things', () => {
  const scope = fc.constantFrom(undefined, 'TW', 'Bến Tre', 'Cà Mau');
  const term = fc.constantFrom(undefined, 'XII', 'XIII', '2020-2025');
  const date = fc.constantFrom(undefined, '2021-08-02', '2021-02-08', '2016-01-05');
  const anyIdentity = fc
    .record({ key: fc.constantFrom('33-KL/TW', '033-KL/TW', '20-KH/TU', '5-BC/TU'), scope, term, date })
    .map(({ key, ...parts }) => identity(key, Object.fromEntries(Object.entries(parts).filter(([, value]) => value !== undefined))));
  const ids = ['a', 'b', 'c', 'd'] as const;
  const collection = fc.record({
    documents: fc.tuple(...ids.map((id) => fc.option(anyIdentity).map((own) => held(id, own ?? identity(null))))),
    claims: fc.array(
      fc.record({
        document: fc.constantFrom(...ids),
        subject: fc.option(anyIdentity, { freq: 3 }),
        object: anyIdentity,
        kind: fc.constantFrom(...kindNames),
        start: fc.nat(3),
      }),
      { maxLength: 14 },
    ),
  });

  test('changes nothing where two claims lie in the same words', () => {
    const object = conclusion({ scope: 'TW', term: 'XIII' });
    const claim = says('a', object);
    const dated = { ...claim, claim: { ...claim.claim, object: conclusion({ scope: 'TW', term: 'XIII', date: '2021-08-02' }) } };
    const forth = project([claim, dated], [unnumbered('a')]);
    expect(forth.edges.map(({ witnesses }) => witnesses.length)).toEqual([2]);
    expect(project([dated, claim], [unnumbered('a')]).edges).toEqual(forth.edges);
  });

  test('changes nothing, nor does saying a claim twice', () => {
    fc.assert(
      fc.property(collection, fc.infiniteStream(fc.double({ min: 0, max: 1, noNaN: true })), ({ documents, claims }, chance) => {
        const stored = claims.map(({ document, subject, object, kind, start }): StoredClaim => {
          const witness = { start, end: start + 1 };
          return { document, page: 1, claim: { ...stating(kind), subject, object, own: subject === null, witness, quote: `câu ${start}` } };
        });
        const shuffled = <T>(list: readonly T[]): T[] =>
          list
            .map((value) => ({ value, rank: chance.next().value }))
            .sort((a, b) => a.rank - b.rank)
            .map(({ value }) => value);
        const forth = project(stored, documents);
        const back = project(shuffled([...stored, ...stored.slice(0, 3)]), shuffled(documents));
        expect([...back.works]).toEqual([...forth.works]);
        expect(back.edges).toEqual(forth.edges);
      }),
    );
  });

  test('every edge leads between two works, and what could be another work is named on both sides', () => {
    fc.assert(
      fc.property(collection, ({ documents, claims }) => {
        const stored = claims.map(({ document, subject, object, kind, start }): StoredClaim => {
          const witness = { start, end: start + 1 };
          return { document, page: 1, claim: { ...stating(kind), subject, object, own: subject === null, witness, quote: '' } };
        });
        const { works, edges } = project(stored, documents);
        for (const { from, to } of edges) expect([works.has(from), works.has(to)]).toEqual([true, true]);
        for (const { id, maybe } of works.values()) for (const other of maybe) expect(works.get(other)?.maybe).toContain(id);
        const bearers = [...works.values()].flatMap(({ held }) => held.map(({ id }) => id));
        expect(bearers.sort()).toEqual([...ids]);
      }),
    );
  });
});
