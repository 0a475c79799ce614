import type { RelationKind } from '#ingest/model/relation.ts';
import type { Store } from '#services/store/port.ts';
import { everyLink, type Link, type Walk } from '#services/works/link.ts';
import type { BriefWork } from '#services/works/work.ts';
import { dayVi } from '../chains/findings.ts';
import { endsPartOnly } from '../chains/partly.ts';
import { nameOf } from '../chains/view.ts';
import type { RawFinding } from './raw.ts';
import { severities } from './sentences.ts';

/** Works whose links are looked at in one step, and most works that may stand at the other ends. */
const worksAtOnce = 1000;
const mostWorks = 100_000;
/** Words of an ending that are read to tell whether it ends a part only. */
const mostEndings = 10;
const ends: readonly RelationKind[] = ['replaces', 'repeals'];

type Walking = Pick<Store, 'walkBriefly'>;

/** What the links of these works show, by the id of the work under which it is told: an order in time that cannot be, two that act on each other, a work that is ended twice. */
export async function auditLinks(
  index: Walking,
  works: readonly Pick<BriefWork, 'id'>[],
): Promise<ReadonlyMap<string, readonly RawFinding[]>> {
  const findings = new Map<string, RawFinding[]>();
  const tell = (under: string, those: readonly RawFinding[]) => {
    if (those.length > 0) findings.set(under, [...(findings.get(under) ?? []), ...those]);
  };
  for (let at = 0; at < works.length; at += worksAtOnce) {
    const roots = works.slice(at, at + worksAtOnce).map(({ id }) => id);
    const { nodes, links } = await index.walkBriefly({
      roots,
      direction: 'up',
      depth: 1,
      filter: everyLink,
      limit: mostWorks,
      witnesses: 0,
    });
    const isRoot = new Set(roots);
    const known = new Map(nodes.map(({ work }) => [work.id, work]));
    const linked = new Set(links.map((link) => pair(link.from, link.to)));
    const own = links.filter(({ from }) => isRoot.has(from));
    for (const link of own) {
      const [from, to] = [known.get(link.from)!, known.get(link.to)!];
      tell(from.id, [...orderInTime(from, to, link)]);
      // The link back is in this answer: both ends are among its works. It is told once, with the first of the two.
      if (from.id < to.id && linked.has(pair(to.id, from.id))) tell(from.id, [bothWays(from, to)]);
    }
    const ended = [...new Set(own.filter(({ kinds }) => kinds.some(({ kind }) => ends.includes(kind))).map(({ to }) => to))];
    for (const [under, finding] of await endings(index, ended, isRoot)) tell(under, [finding]);
  }
  return findings;
}

/** Works that several end, each told with the first of these; the words are read of such only. */
async function endings(index: Walking, ended: readonly string[], isTold: ReadonlySet<string>): Promise<[string, RawFinding][]> {
  const asking = (roots: readonly string[], witnesses: number) =>
    index.walkBriefly({ roots, direction: 'down', depth: 1, filter: { ...everyLink, kinds: ends }, limit: mostWorks, witnesses });
  if (ended.length === 0) return [];
  const several = makersOf(await asking(ended, 0), ended);
  const roots = several.filter(({ makers }) => isTold.has(makers[0]!.id)).map(({ work }) => work.id);
  if (roots.length === 0) return [];
  const whole = makersOf(await asking(roots, mostEndings), roots, endsWhole);
  return whole.map(({ work, makers, under }) => [under, endedTwice(work, makers)]);
}

interface Ended {
  readonly work: BriefWork;
  /** What ends it, by id. */
  readonly makers: readonly BriefWork[];
  /** Id of the first of all that are said to end it, in part or as a whole. */
  readonly under: string;
}

/** Of these works those that are ended by several of different days. */
function makersOf(
  { nodes, links }: Walk<BriefWork>,
  ended: readonly string[],
  counts: (link: Link, work: BriefWork) => boolean = () => true,
): Ended[] {
  const known = new Map(nodes.map(({ work }) => [work.id, work]));
  const to = Map.groupBy(links, (link) => link.to);
  return ended.flatMap((id): Ended[] => {
    const work = known.get(id)!;
    const all = (to.get(id) ?? []).filter(({ from }) => from !== id);
    const makers = all.filter((link) => counts(link, work)).map(({ from }) => known.get(from)!);
    if (new Set(makers.map(({ date }) => date)).size < 2) return [];
    return [{ work, makers: makers.toSorted(byId), under: all.map(({ from }) => from).sort()[0]! }];
  });
}

const byId = (a: BriefWork, b: BriefWork) => (a.id < b.id ? -1 : 1);

function endsWhole({ witnesses }: Link, { symbol }: BriefWork): boolean {
  return witnesses.some(({ kind, quote }) => ends.includes(kind) && !endsPartOnly(kind, quote, symbol));
}

const pair = (from: string, to: string) => `${from}\n${to}`;

function* orderInTime(from: BriefWork, to: BriefWork, { kinds }: Link): Generator<RawFinding> {
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

function bothWays(a: BriefWork, b: BriefWork): RawFinding {
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

/** A work that several works of different days end as a whole. */
function endedTwice(work: BriefWork, makers: readonly BriefWork[]): RawFinding {
  const dated = makers.toSorted((a, b) => ((a.date ?? '~') < (b.date ?? '~') ? -1 : 1));
  const told = dated.map((maker) => `${nameOf(maker)}${maker.date === null ? '' : ` of ${maker.date}`}`).join(', ');
  const toldVi = dated.map((maker) => `${nameOf(maker)}${maker.date === null ? '' : ` ngày ${dayVi(maker.date)}`}`).join(', ');
  return {
    code: 'ended-twice',
    severity: severities['ended-twice'],
    works: [work.id, ...dated.map(({ id }) => id)],
    sides: dated.map((maker) => ({
      ...{ value: nameOf(maker), own: false, documents: null },
      link: { from: maker.id, to: work.id },
    })),
    message: `${nameOf(work)} is said to be ended by several documents: ${told}.`,
    messageVi: `${nameOf(work)} được nêu là bị thay thế hoặc bãi bỏ nhiều lần: ${toldVi}.`,
  };
}
