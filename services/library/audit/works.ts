import type { Decision } from '#services/works/decision.ts';
import type { Named, NamedSymbol, Work } from '#services/works/work.ts';
import { worksOf } from '#services/works/worksOf.ts';
import { dayVi } from '../chains/findings.ts';
import { nameOf } from '../chains/view.ts';
import type { RawFinding } from './raw.ts';
import { count, differ, severities } from './sentences.ts';
import { headsOf, parts, sidesOf } from './sides.ts';

/** The works of one symbol, and what their namings show. */
export interface AuditedSymbol {
  readonly works: readonly Work[];
  readonly findings: readonly RawFinding[];
}

/** What the namings of one symbol say against each other: of each work, and of the decisions about it. */
export function auditSymbol(symbol: NamedSymbol): AuditedSymbol {
  const { works, placed, overruled, notApplicable } = worksOf(symbol);
  const findings: RawFinding[] = [];
  if (symbol.named.length > 1) {
    const named = Map.groupBy(symbol.named, ({ id }) => placed.get(id)!.work);
    for (const work of works) findings.push(...ofWork(work, named.get(work.id) ?? []), ...inTwoYears(work, works));
  }
  for (const decision of symbol.decisions) {
    if (notApplicable.includes(decision.id)) findings.push(withoutEffect(decision, false));
    if (overruled.includes(decision.id)) findings.push(withoutEffect(decision, true));
  }
  return { works, findings };
}

function withoutEffect({ id, author, says, first, second }: Decision, overruled: boolean): RawFinding {
  const [same, sameVi] = says === 'same' ? ['one document', 'một văn bản'] : ['two documents', 'hai văn bản khác nhau'];
  const [why, whyVi] = overruled
    ? ['a later decision says otherwise', 'một quyết định sau đó nói khác']
    : ['the documents no longer name them so', 'các văn bản không còn gọi như vậy'];
  return {
    ...{ code: 'decision-without-effect', severity: severities['decision-without-effect'], works: [], sides: [] },
    message: `The decision ${id} of ${author}, that ${first} and ${second} are ${same}, does nothing: ${why}.`,
    messageVi: `Xác nhận ${id} của ${author}, rằng ${first} và ${second} là ${sameVi}, không có tác dụng: ${whyVi}.`,
  };
}

/** Works of one number and title whose dates fall into different terms or years: one of them may be misprinted. */
function* inTwoYears(work: Work, works: readonly Work[]): Generator<RawFinding> {
  for (const { work: id, reasons } of work.maybe) {
    const other = works.find((one) => one.id === id);
    if (other === undefined || other.id < work.id || work.date === null || other.date === null || work.date === other.date) continue;
    if (!reasons.includes('same-scope') || !reasons.includes('same-title')) continue;
    const pair = [work, other].toSorted((a, b) => b.held.length - a.held.length || b.cited - a.cited);
    const [first, second] = pair.map((one) => `${nameOf(one)}`);
    yield {
      ...{ code: 'other-date', severity: severities['other-date'], works: pair.map((one) => one.id) },
      sides: pair.map((one) => ({ value: one.date, own: one.held.length > 0, documents: one.cited + one.held.length, dateOf: one.id })),
      message: `${first} of ${pair[0]!.date} and ${second} of ${pair[1]!.date} go by one title: they may be one document, with a date misprinted.`,
      messageVi: `${first} ngày ${dayVi(pair[0]!.date!)} và ${second} ngày ${dayVi(pair[1]!.date!)} có cùng trích yếu: có thể là một văn bản bị ghi sai ngày.`,
    };
  }
}

function* ofWork(work: Work, named: readonly Named[]): Generator<RawFinding> {
  const name = nameOf(work);
  const works = [work.id];
  for (const part of parts) {
    const sides = sidesOf(named, part);
    if (sides.length > 1) yield { code: part.code, severity: severities[part.code], works, sides, ...differ(part.code, name, sides) };
  }
  const heads = headsOf(named);
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
