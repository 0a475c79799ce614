import { type Identity, type Part, unknownPart } from '#ingest/model/identity.ts';
import type { RelationKind } from '#ingest/model/relation.ts';
import { provinces } from '#ingest/vocabulary/places.ts';
import type { StoredDocument } from '#services/store/port.ts';
import { documentOf, type MadeClaim } from './collection.ts';

/**
 * A made collection for measuring the coverage matrix: twenty directives of the centre, and a thousand units, provinces and the districts below them. Four in
 * five of the cells are answered: by plans that carry out the directive or, below a province, the province's plan; one unit in four reports on its plans. Beside
 * them each unit issued letters that have nothing to do with any directive.
 */
export const units = 1000;
export const directives = 20;
const letters = 20;
const term = '2020-2025';

const said = (value: string): Part => ({ value, how: 'said' });

const identity = (type: string, number: number, code: string, scope: string, of: string, date: string | null): Identity => ({
  key: `${number}-${type}/${code}`,
  type,
  scope: said(scope),
  term: said(of),
  date: date === null ? unknownPart : said(date),
});

const two = (number: number) => String(number).padStart(2, '0');
const directiveAt = (at: number) => identity('CT', at + 1, 'TW', 'TW', 'XIII', `2021-03-${two(at + 1)}`);

/** Numbers of the directives, as one asks for them. */
export const directivesAsked: readonly string[] = Array.from({ length: directives }, (_, at) => directiveAt(at).key as string);

/** All documents, each to be made when it is put. */
export function papersOfUnits(): (() => StoredDocument)[] {
  const papers: (() => StoredDocument)[] = [];
  const issue = (own: Identity, claims: readonly MadeClaim[]) => {
    const name = `u${String(papers.length).padStart(7, '0')}`;
    papers.push(() => documentOf(name, own, claims));
  };
  for (let at = 0; at < directives; at++) issue(directiveAt(at), []);
  for (let unit = 0; unit < units; unit++) for (const { own, claims } of issuedBy(unit)) issue(own, claims);
  return papers;
}

interface Issued {
  readonly own: Identity;
  readonly claims: readonly MadeClaim[];
}

function* issuedBy(unit: number): Generator<Issued> {
  const province = provinces[unit % provinces.length]!;
  const isProvince = unit < provinces.length;
  const [scope, code] = isProvince ? [province, 'TU'] : [`${province}/Đơn vị ${unit}`, 'HU'];
  for (let at = 0; at < directives; at++) {
    if ((unit * 7 + at * 3) % 10 >= 8) continue;
    const own = identity('KH', at * 3 + 1, code, scope, term, `2021-${two(4 + (unit % 6))}-${two(1 + ((unit * 5 + at) % 28))}`);
    const above = identity('KH', at * 3 + 1, 'TU', province, term, null);
    const claims = [
      ...(isProvince || unit % 3 === 0 ? [claim('implements', directiveAt(at))] : []),
      ...(isProvince ? [] : [claim('implements', above)]),
      claim('cites', directiveAt((at + 1) % directives)),
    ];
    yield { own, claims };
    if (unit % 4 === 0)
      yield { own: identity('BC', at * 3 + 2, code, scope, term, `2023-05-1${unit % 9}`), claims: [claim('reports-on', own)] };
  }
  for (let at = 0; at < letters; at++) {
    const other = identity('QĐ', 1 + ((unit + at) % 900), 'TW', 'TW', 'XIII', null);
    yield { own: identity('CV', 100 + ((unit * 131 + at * 17) % 3000), code, scope, term, '2022-01-01'), claims: [claim('basis', other)] };
  }
}

const claim = (kind: RelationKind, object: Identity): MadeClaim => ({
  ...{ kind, object, confidence: 'stated' },
  quote: `Theo văn bản số ${object.key}, các cơ quan, đơn vị phối hợp triển khai những việc được nêu dưới đây.`,
});
