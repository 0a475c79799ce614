import { rings } from '#services/works/rings.ts';
import type { Work } from '#services/works/work.ts';
import type { ChainFinding, GraphEdge } from '../shapes.ts';
import { nameOf } from './view.ts';

/** What is told of a work in sentences. */
export type NamedWork = Pick<Work, 'id' | 'key' | 'scope' | 'term' | 'title' | 'date' | 'claimed'>;

type Linked = Pick<GraphEdge, 'from' | 'to'>;

const mostFindings = 100;

/** Findings as answers hold them: capped, and how many more there are. */
export function told(findings: readonly ChainFinding[]): { findings: ChainFinding[]; findingsMore: number } {
  return { findings: findings.slice(0, mostFindings), findingsMore: Math.max(0, findings.length - mostFindings) };
}

/** A day as Vietnamese documents write it. */
export const dayVi = (day: string): string => day.split('-').reverse().join('/');

/** What contradicts itself among works and the links between them: dates of one work, the order in time of two, rings of works that rest on one another. */
export function* contradictions(works: readonly NamedWork[], links: readonly Linked[]): Generator<ChainFinding> {
  const byId = new Map(works.map((work) => [work.id, work]));
  for (const link of links) yield* orderInTime(byId.get(link.from), byId.get(link.to));
  for (const ring of rings(
    works.map(({ id }) => id),
    links,
  ))
    yield ringFinding(ring.flatMap((id) => byId.get(id) ?? []));
  for (const work of works) if (work.claimed.dates.length > 1) yield datesDisagree(work);
}

function* orderInTime(from: NamedWork | undefined, to: NamedWork | undefined): Generator<ChainFinding> {
  if (from === undefined || to === undefined || from.date === null || to.date === null || from.date >= to.date) return;
  yield {
    code: 'before-what-it-acts-on',
    works: [from.id, to.id],
    message: `${nameOf(from)} of ${from.date} is older than ${nameOf(to)} of ${to.date}, which it acts on: one of the dates, or the reading of a number, must be wrong.`,
    messageVi: `${nameOf(from)} ngày ${dayVi(from.date)} có trước ${nameOf(to)} ngày ${dayVi(to.date)} mà nó dẫn đến: một trong hai ngày, hoặc cách đọc số hiệu, không đúng.`,
  };
}

const mostNamed = 8;

function ringFinding(ring: readonly NamedWork[]): ChainFinding {
  const names = ring.slice(0, mostNamed).map(nameOf);
  const more = ring.length - names.length;
  return {
    code: 'cycle',
    works: ring.map(({ id }) => id),
    message: `${names.join(', ')}${more > 0 ? ` and ${more} more` : ''} rest on one another in a ring: they cannot all have come after what they act on.`,
    messageVi: `${names.join(', ')}${more > 0 ? ` và ${more} văn bản khác` : ''} dẫn lẫn nhau thành vòng: không thể văn bản nào cũng ban hành sau văn bản mà nó dẫn.`,
  };
}

function datesDisagree(work: NamedWork): ChainFinding {
  const { dates } = work.claimed;
  return {
    code: 'dates-disagree',
    works: [work.id],
    message: `${nameOf(work)} is dated differently: ${dates.map(({ value, documents, own }) => `${value} (${own ? 'its own head' : `${documents} ${documents === 1 ? 'document' : 'documents'}`})`).join(', ')}.`,
    messageVi: `${nameOf(work)} được ghi ngày khác nhau: ${dates.map(({ value, documents, own }) => `${dayVi(value)} (${own ? 'chính văn bản' : `${documents} văn bản`})`).join(', ')}.`,
  };
}
