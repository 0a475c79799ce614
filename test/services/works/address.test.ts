import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Identity } from '#ingest/model/identity.ts';
import { addressesOf, isPrinted, readAddress } from '#services/works/address.ts';
import { worksAddressed } from '#services/works/addressed.ts';
import { type Naming, namingId, symbolOf, unnumberedSymbol } from '#services/works/naming.ts';
import type { Named, NamedSymbol } from '#services/works/work.ts';
import { worksOf } from '#services/works/worksOf.ts';
import { identity } from '../../support/record.ts';

const speakerA = '00000000000000aa';
const speakerB = '00000000000000bb';

function naming(meant: Identity, given: { holder?: string; speaker?: string } = {}): Named {
  const { holder = null, speaker = meant.scope.value === null ? speakerA : null } = given;
  const symbol = symbolOf(meant.key) ?? unnumberedSymbol(holder ?? speakerA);
  const made: Naming = { symbol, identity: meant, issuer: null, title: null, holder, speaker, spoken: null, place: null };
  return { id: namingId(made), naming: made, documents: 1 };
}

function symbolsIn(named: readonly Named[]): NamedSymbol[] {
  const once = new Map(named.map((one) => [one.id, one]));
  const groups = Map.groupBy(once.values(), (one) => one.naming.symbol);
  return Array.from(groups, ([symbol, of]) => ({ symbol, named: of, decisions: [] }));
}

/** The addresses of everything that is named, in order of the works' ids. */
function addressesIn(named: readonly Named[]): string[] {
  return symbolsIn(named).flatMap((symbol) => [...addressesOf(worksOf(symbol).works).values()]);
}

/** The ids of works that an address leads to. */
function ledTo(text: string, named: readonly Named[]): string[] {
  const address = readAddress(text)!;
  return symbolsIn(named)
    .filter(({ symbol }) => (address.number.kind === 'symbol' ? address.number.symbol === symbol : isPrinted(symbol, address.number.print)))
    .flatMap((symbol) => worksAddressed(address, symbol, worksOf(symbol)).map(({ id }) => id));
}

describe('the address of a work', () => {
  test.each([
    [identity('01-KL/TW', { type: 'KL', scope: 'TW', term: 'XIII', date: '2021-05-18' }), '/vb/tw/kl/01-kl-tw/2021-05-18'],
    [
      identity('619-BC/TU', { type: 'BC', scope: 'Tiền Giang', term: '2020-2025', date: '2025-01-14' }),
      '/vb/tien-giang/bc/619-bc-tu/2025-01-14',
    ],
    [identity('50-KH/HU', { type: 'KH', scope: 'Tiền Giang/Cai Lậy', term: '2020-2025' }), '/vb/tien-giang.cai-lay/kh/50-kh-hu/2020-2025'],
    [identity('91/2017/NĐ-CP', { type: 'NĐ', scope: 'TW', term: '2017' }), '/vb/tw/nd/91-2017-nd-cp/2017'],
    [identity('27/CT-TTg', { type: 'CT', scope: 'TW' }), '/vb/tw/ct/27-ct-ttg/-'],
    [identity('NQTW4/XII', { type: 'NQ', scope: 'TW', term: 'XII' }), '/vb/tw/nq/nqtw4-xii/xii'],
    [identity('1590/VPCP-KGVX', { scope: 'TW', term: '2020' }), '/vb/tw/-/1590.vpcp-kgvx/2020'],
    [identity('20-KH/TU', { type: 'KH', term: '2020-2025' }), `/vb/~${speakerA}/kh/20-kh-tu/2020-2025`],
  ])('of %j is %s', (meant, address) => {
    expect(addressesIn([naming(meant)])).toEqual([address]);
  });

  test('of a document without a number names the document', () => {
    const head = naming(identity(null, { type: 'BC', scope: 'Bến Tre', date: '2022-03-04' }), { holder: speakerB });
    expect(addressesIn([head])).toEqual([`/vb/ben-tre/bc/~${speakerB}/2022-03-04`]);
    expect(ledTo(`/vb/ben-tre/bc/~${speakerB}/2022-03-04`, [head])).toEqual([`doc:${speakerB}`]);
  });

  test.each(['01-KL/TW', '/vb', '/vb/tw', '/vb/tw/kl', '/vb/tw/kl/01-kl-tw/2021/x', '/vb/tw/kl//2021', '/vb/tw/kl/../x y', '@vb/tw/kl/1'])(
    '%j is none',
    (text) => {
      expect(readAddress(text)).toBeNull();
    },
  );

  test('is read with a service before it, in capitals, and with a slash behind it', () => {
    for (const text of ['https://vb.example:8080/vb/tw/kl/01-kl-tw/2021-05-18', '/VB/TW/KL/01-KL-TW/2021-05-18/']) {
      expect(readAddress(text)?.path).toBe('/vb/tw/kl/01-kl-tw/2021-05-18');
    }
  });
});

describe('an address leads', () => {
  const old = naming(identity('01-KL/TW', { type: 'KL', scope: 'TW', term: 'XII', date: '2016-04-04' }));
  const said = naming(identity('01-KL/TW', { type: 'KL', scope: 'TW', term: 'XIII' }));
  const head = naming(identity('01-KL/TW', { type: 'KL', scope: 'TW', term: 'XIII', date: '2021-05-18' }), { holder: speakerB });
  const slip = naming(identity('01-KL/TW', { type: 'KL', scope: 'TW', term: 'XIII', date: '2021-05-08' }));
  const thirteenth = '1-KL/TW@TW@XIII';

  test('to the work of its term after its date was learnt', () => {
    expect(addressesIn([old, said])).toContain('/vb/tw/kl/01-kl-tw/xiii');
    expect(addressesIn([old, said, head])).toContain('/vb/tw/kl/01-kl-tw/2021-05-18');
    expect(ledTo('/vb/tw/kl/01-kl-tw/xiii', [old, said, head])).toEqual([thirteenth]);
  });

  test('to the work of its date after it was put right, whether anybody still says it or not', () => {
    expect(addressesIn([old, slip])).toContain('/vb/tw/kl/01-kl-tw/2021-05-08');
    expect(ledTo('/vb/tw/kl/01-kl-tw/2021-05-08', [old, slip, head])).toEqual([thirteenth]);
    expect(ledTo('/vb/tw/kl/01-kl-tw/2021-05-08', [old, head])).toEqual([thirteenth]);
  });

  test('to the work although its type was read as another', () => {
    expect(ledTo('/vb/tw/-/1-kl-tw/2021-05-18', [old, head])).toEqual([thirteenth]);
  });

  test('to all that it could mean, where it does not tell which', () => {
    expect(ledTo('/vb/tw/kl/01-kl-tw', [old, head])).toEqual(['1-KL/TW@TW@XII', thirteenth]);
  });

  test('nowhere, where all is said otherwise', () => {
    expect(ledTo('/vb/tw/kl/01-kl-tw/1999-01-01', [old, head])).toEqual([]);
    expect(ledTo('/vb/ben-tre/kl/01-kl-tw/2021-05-18', [old, head])).toEqual([]);
  });

  test('to a unit that was taken for its province, by the date', () => {
    const unit = naming(identity('20-KH/HU', { type: 'KH', scope: 'Bến Tre/Ba Tri', term: '2020-2025', date: '2022-01-05' }));
    expect(ledTo('/vb/ben-tre/kh/20-kh-hu/2022-01-05', [unit])).toEqual(['20-KH/HU@Bến Tre/Ba Tri@2020-2025']);
  });

  test('to one of two works that are said to be of one day', () => {
    const other = naming(identity('01-KL/TW', { type: 'KL', scope: 'TW', term: 'XII', date: '2021-05-18' }));
    const [first, second] = addressesIn([other, head]);
    expect([first, second]).toEqual(Array(2).fill(expect.stringMatching(/^\/vb\/tw\/kl\/01-kl-tw\/2021-05-18~[\da-f]{6}$/u)));
    expect(ledTo(first!, [other, head])).toEqual(['1-KL/TW@TW@XII']);
    expect(ledTo(second!, [other, head])).toEqual([thirteenth]);
    expect(ledTo('/vb/tw/kl/01-kl-tw/2021-05-18', [other, head])).toHaveLength(2);
    // Once the slip is gone, the mark is not needed and does no harm.
    expect(ledTo(second!, [head])).toEqual([thirteenth]);
  });
});

/** Numbers, places and days near enough to one another to meet: written alike but for marks, in both forms of printing. */
const named = fc
  .record({
    key: fc.constantFrom(
      '20-KH/TU',
      '020-KH/TU',
      '20/KH-TU',
      '20-KH-TU',
      '20-QĐ/TU',
      '20-QD/TU',
      '20-QĐi/TU',
      '1/2021/NQ-HĐND',
      'Q.1/7',
      null,
    ),
    type: fc.constantFrom('KH', 'QĐ', null),
    scope: fc.constantFrom('TW', 'Bến Tre', 'Ben Tre', 'Bến Tre/Ba Tri', null),
    term: fc.constantFrom('2015-2020', '2020-2025', 'XIII', null),
    date: fc.constantFrom('2020-07-01', '2021-05-18', null),
    speaker: fc.constantFrom(speakerA, speakerB),
    held: fc.boolean(),
  })
  .map(({ key, type, scope, term, date, speaker, held }) => {
    const meant = {
      ...(type === null ? {} : { type }),
      ...(scope === null ? {} : { scope }),
      ...(term === null ? {} : { term }),
      ...(date === null ? {} : { date }),
    };
    const bound = scope === null ? { speaker } : {};
    return naming(identity(key, meant), held || key === null ? { ...bound, holder: speaker } : bound);
  });

test('no two works share an address, each address leads back to its work, and is plain ASCII', () => {
  fc.assert(
    fc.property(fc.array(named, { maxLength: 14 }), (all) => {
      const works = symbolsIn(all).flatMap((symbol) => {
        const { works } = worksOf(symbol);
        const addresses = addressesOf(works);
        return works.map(({ id }) => [id, addresses.get(id)!] as const);
      });
      expect(new Set(works.map(([, address]) => address)).size).toBe(works.length);
      for (const [id, address] of works) {
        expect(address).toMatch(/^\/vb\/[\w~.-]+\/[\w-]+\/[\w~.-]+\/[\w~-]+$/u);
        expect(ledTo(address, all)).toEqual([id]);
      }
    }),
    { numRuns: 300 },
  );
});
