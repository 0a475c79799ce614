import { parentOf, type RelationKind } from '#ingest/model/relation.ts';
import type { Store } from '#services/store/port.ts';
import { everyLink, type Link } from '#services/works/link.ts';
import type { Work } from '#services/works/work.ts';
import { dayVi } from '../chains/findings.ts';
import { endsPartOnly } from '../chains/partly.ts';
import { nameOf } from '../chains/view.ts';
import type { RawFinding } from './raw.ts';
import { severities } from './sentences.ts';

/** Works whose links are looked at in one step, and most works that may stand at the other ends. */
export const worksAtOnce = 1000;
const mostWorks = 100_000;
/** Words of an ending that are read to tell whether it ends a part only. */
const mostEndings = 10;

/** What the links of these works show: an order in time that cannot be, two that act on each other, a work that is ended twice. */
export async function auditLinks(index: Pick<Store, 'walk'>, works: readonly Work[]): Promise<RawFinding[]> {
  const findings: RawFinding[] = [];
  for (let at = 0; at < works.length; at += worksAtOnce) {
    const roots = works.slice(at, at + worksAtOnce).map(({ id }) => id);
    const up = await index.walk({ roots, direction: 'up', depth: 1, filter: everyLink, limit: mostWorks, witnesses: 0 });
    const isRoot = new Set(roots);
    const known = new Map(up.nodes.map(({ work }) => [work.id, work]));
    const links = new Map(up.links.map((link) => [pair(link.from, link.to), link]));
    for (const link of up.links) {
      const [from, to] = [known.get(link.from)!, known.get(link.to)!];
      if (isRoot.has(from.id)) findings.push(...orderInTime(from, to, link));
      // The link back is in this answer: both ends are among its works. It is told once, with the first of the two.
      if (isRoot.has(from.id) && from.id < to.id && links.has(pair(to.id, from.id))) findings.push(bothWays(from, to));
    }
    const ending = { ...everyLink, kinds: ['replaces', 'repeals'] as const };
    const down = await index.walk({ roots, direction: 'down', depth: 1, filter: ending, limit: mostWorks, witnesses: mostEndings });
    const makers = new Map(down.nodes.map(({ work }) => [work.id, work]));
    const endings = Map.groupBy(
      down.links.filter(({ to }) => isRoot.has(to)),
      ({ to }) => to,
    );
    for (const [to, those] of endings) findings.push(...endedTwice(makers.get(to)!, those, makers));
  }
  return findings;
}

const pair = (from: string, to: string) => `${from}\n${to}`;

function* orderInTime(from: Work, to: Work, { kinds }: Link): Generator<RawFinding> {
  if (from.date === null || to.date === null || from.date >= to.date) return;
  const kind = kinds[0]!.kind;
  yield {
    code: 'before-what-it-acts-on',
    severity: severities['before-what-it-acts-on'],
    works: [from.id, to.id],
    sides: [
      { value: from.date, own: from.held.length > 0, documents: null, dateOf: from.id },
      { value: to.date, own: to.held.length > 0, documents: null, dateOf: to.id },
      { value: kind, own: false, documents: null, link: { from: from.id, to: to.id } },
    ],
    message: `${nameOf(from)} of ${from.date} is older than ${nameOf(to)} of ${to.date}, which it is said to act on (${kind}): one of the dates, or the reading of a number, must be wrong.`,
    messageVi: `${nameOf(from)} ngày ${dayVi(from.date)} có trước ${nameOf(to)} ngày ${dayVi(to.date)} mà nó được nêu là dẫn đến (${kind}): một trong hai ngày, hoặc cách đọc số hiệu, không đúng.`,
  };
}

function bothWays(a: Work, b: Work): RawFinding {
  return {
    code: 'contradicting-claims',
    severity: severities['contradicting-claims'],
    works: [a.id, b.id],
    sides: [
      { value: `${nameOf(a)} → ${nameOf(b)}`, own: false, documents: null, link: { from: a.id, to: b.id } },
      { value: `${nameOf(b)} → ${nameOf(a)}`, own: false, documents: null, link: { from: b.id, to: a.id } },
    ],
    message: `${nameOf(a)} is said to act on ${nameOf(b)}, and ${nameOf(b)} on ${nameOf(a)}: only the later one can act on the other.`,
    messageVi: `${nameOf(a)} được nêu là dẫn đến ${nameOf(b)}, và ngược lại: chỉ văn bản ban hành sau mới có thể dẫn văn bản kia.`,
  };
}

const ends: readonly RelationKind[] = ['replaces', 'repeals'];

/** A work that several works of different days end as a whole. */
function* endedTwice(work: Work, links: readonly Link[], makers: ReadonlyMap<string, Work>): Generator<RawFinding> {
  const whole = links.filter(
    ({ from, witnesses }) =>
      from !== work.id &&
      witnesses.some(({ kind, quote }) => ends.includes(kind) && parentOf(kind) === 'replaces' && !endsPartOnly(kind, quote, work.symbol)),
  );
  const dated = whole.map(({ from }) => makers.get(from)!).toSorted((a, b) => ((a.date ?? '~') < (b.date ?? '~') ? -1 : 1));
  if (dated.length < 2 || new Set(dated.map(({ date }) => date)).size < 2) return;
  yield {
    code: 'ended-twice',
    severity: severities['ended-twice'],
    works: [work.id, ...dated.map(({ id }) => id)],
    sides: dated.map((maker) => ({
      ...{ value: nameOf(maker), own: false, documents: null },
      link: { from: maker.id, to: work.id },
    })),
    message: `${nameOf(work)} is said to be ended by several documents: ${dated.map((maker) => `${nameOf(maker)}${maker.date === null ? '' : ` of ${maker.date}`}`).join(', ')}.`,
    messageVi: `${nameOf(work)} được nêu là bị thay thế hoặc bãi bỏ nhiều lần: ${dated.map((maker) => `${nameOf(maker)}${maker.date === null ? '' : ` ngày ${dayVi(maker.date)}`}`).join(', ')}.`,
  };
}
