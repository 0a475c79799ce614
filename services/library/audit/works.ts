import type { NamedSymbol, Named, Work } from '#services/works/work.ts';
import { worksOf } from '#services/works/worksOf.ts';
import { nameOf } from '../chains/view.ts';
import { mayBeOneIssuer } from './likeIssuers.ts';
import { mayBeOneTitle } from './likeTitles.ts';
import type { RawFinding } from './raw.ts';
import { count, differ, severities } from './sentences.ts';
import { sidesOf } from './sides.ts';

/** The works of one symbol, and what their namings show. */
export interface AuditedSymbol {
  readonly works: readonly Work[];
  readonly findings: readonly RawFinding[];
}

/** What the namings of one symbol say against each other: of each work, and of the decisions about it. */
export function auditSymbol(symbol: NamedSymbol): AuditedSymbol {
  const { works, placed } = worksOf(symbol);
  const findings: RawFinding[] = [];
  const single = symbol.named.length < 2;
  const named = single ? null : Map.groupBy(symbol.named, ({ id }) => placed.get(id)!.work);
  for (const work of works) findings.push(...(named === null ? [] : ofWork(work, named.get(work.id) ?? [])));
  for (const { id, says, first, second, author } of symbol.decisions) {
    if (works.some(({ decisions }) => decisions.includes(id))) continue;
    findings.push({
      code: 'decision-without-effect',
      severity: severities['decision-without-effect'],
      works: [],
      sides: [],
      message: `The decision ${id} of ${author}, that ${first} and ${second} are ${says === 'same' ? 'one document' : 'two documents'}, holds of nothing any more: the documents no longer name them so.`,
      messageVi: `Quyết định ${id} của ${author}, rằng ${first} và ${second} là ${says === 'same' ? 'một văn bản' : 'hai văn bản khác nhau'}, không còn áp dụng được: các văn bản không còn gọi như vậy.`,
    });
  }
  return { works, findings };
}

function* ofWork(work: Work, named: readonly Named[]): Generator<RawFinding> {
  const name = nameOf(work);
  const works = [work.id];
  const parts = [
    ['other-date', sidesOf(named, 'date', ({ identity }) => identity.date.value)],
    ['other-issuer', sidesOf(named, 'issuer', ({ issuer }) => issuer, mayBeOneIssuer)],
    ['other-title', sidesOf(named, 'title', ({ title }) => title, mayBeOneTitle)],
    ['other-type', sidesOf(named, 'type', ({ identity }) => identity.type)],
  ] as const;
  for (const [code, sides] of parts)
    if (sides.length > 1) yield { code, severity: severities[code], works, sides, ...differ(code, name, sides) };
  const heads = named.filter(({ naming }) => naming.holder !== null);
  if (work.held.length > 1)
    yield {
      code: 'number-borne-twice',
      severity: severities['number-borne-twice'],
      works,
      sides: heads.map((head) => ({
        ...{ value: head.naming.title, own: true, documents: null },
        namings: { part: 'number', ids: [head.id], values: new Set<string>() },
      })),
      message: `${work.held.length} documents of the collection bear the number ${name}.`,
      messageVi: `${work.held.length} văn bản trong kho cùng mang số ${name}.`,
    };
  const selves = named.filter(({ naming: { holder, speaker } }) => holder === null && speaker !== null && work.held.includes(speaker));
  if (selves.length > 0)
    yield {
      code: 'self-citation',
      severity: severities['self-citation'],
      works,
      sides: selves.map(({ id, documents }) => ({
        ...{ value: null, own: true, documents },
        namings: { part: 'number', ids: [id], values: new Set<string>() },
      })),
      message: `${name} names itself as a document that it acts on (${count(selves.length)}): such a statement is no link.`,
      messageVi: `${name} tự dẫn chính nó như một văn bản khác: không tính là liên kết.`,
    };
}
