import { type RelationKind, relationKinds } from '#ingest/model/relation.ts';
import { compareText } from '#services/analysis/compareText.ts';
import type { Store } from '#services/store/port.ts';
import type { Link } from '#services/works/link.ts';
import type { Work } from '#services/works/work.ts';
import type { ChainFinding, Effect, EffectEvent, GraphEdge } from '../shapes.ts';
import { type Settled, settled } from './effectState.ts';
import { assertDay, type ChainFilter, filterOf } from './filter.ts';
import { contradictions, told } from './findings.ts';
import { meantBy } from './meant.ts';
import { endsPartOnly } from './partly.ts';
import { selfCitations } from './selfCitations.ts';
import { viewsOf } from './statements.ts';
import { dayAfter } from './time.ts';
import { edgeOf, nameOf, statementOf, summariesFor, viewOf } from './view.ts';

export interface EffectRequest {
  readonly of: string;
  /** Day (ISO) as of which is asked; all that is known where not given. */
  readonly day?: string | undefined;
  readonly witnesses?: number | undefined;
  /** Statements of what still cites it on this page. */
  readonly size?: number | undefined;
}

/** Kinds that change, lengthen, suspend or end a document. */
const changing: readonly RelationKind[] = ['amends', 'replaces'];
/** Kinds of what uses a document: all others. */
const usingRelations: readonly RelationKind[] = relationKinds
  .filter(({ kind, parent }) => kind === parent && !changing.includes(parent))
  .map(({ kind }) => kind);

const mostChanges = 1000;
const usualWitnesses = 10;
const usualSize = 20;
/** Most works it could be that are asked about. */
const mostPossible = 20;

/**
 * Whether a document is in force as of a day, and by what it was amended, extended, suspended, replaced or repealed; and what still cites it after it ended.
 * Everything is as far as the documents held here tell.
 *
 * @throws Failure `not-found`, `bad-request`.
 */
export async function effect(index: Store, request: EffectRequest): Promise<Effect> {
  const { of, day = null, witnesses = usualWitnesses, size = usualSize } = request;
  if (day !== null) assertDay(day);
  const meant = await meantBy(index, of);
  const [root] = meant;
  const still = { from: null, total: 0, statements: [], next: null, relations: [...usingRelations] };
  if (meant.length > 1) {
    const choices = await viewsOf(index, meant);
    const none = {
      work: null,
      day,
      state: null,
      since: null,
      message: null,
      messageVi: null,
      events: [],
      works: [],
      truncated: false,
      still,
    };
    return { ...none, choices, ...told([]) };
  }
  const { work } = root;
  const { makers, summaries, truncated, of: changesOf } = await changesTo(index, [work], { day, witnesses, limit: mostChanges });
  const { links: onIt, events, state, since, ended, message, messageVi } = changesOf(work);
  const page = ended === null ? null : await usesAfter(index, work, ended, size);
  const users = page === null ? [] : page.statements.works;
  const all = await summariesFor(index, {
    works: users,
    documents: (page?.statements.statements ?? []).map(({ witness }) => witness.document),
  });
  const findings = [
    ...(await Array.fromAsync(selfCitations(index, root))),
    ...contradictions([work, ...makers.values()].filter(onlyOnce()), onIt),
    ...doubts(work, events, makers, truncated),
    ...(await possibleChanges(index, work)),
  ];
  const shown = [...makers.values(), ...users].filter(onlyOnce()).filter(({ id }) => id !== work.id);
  return {
    work: viewOf(work, summaries),
    ...{ day, state, since, message, messageVi, events, truncated },
    works: shown.map((one) => viewOf(one, makers.has(one.id) ? summaries : all)),
    still:
      page === null
        ? still
        : {
            from: page.from,
            total: page.statements.total,
            statements: page.statements.statements.map((statement) => statementOf(statement, all)),
            next: page.statements.next,
            relations: [...usingRelations],
          },
    choices: [],
    ...told(findings),
  };
}

/** What was done to one work, and what it comes to. */
export interface Changes extends Settled {
  readonly links: readonly Link[];
  readonly events: EffectEvent[];
}

/** What was done to several works: of all in one question. */
export async function changesTo(
  index: Pick<Store, 'walk' | 'summaries'>,
  works: readonly Work[],
  { day, witnesses, limit }: { readonly day: string | null; readonly witnesses: number; readonly limit: number },
) {
  const filter = filterOf({ relations: changing });
  const roots = [...new Set(works.map(({ id }) => id))];
  const { nodes, links, truncated } = await index.walk({ roots, direction: 'down', depth: 1, filter, limit, witnesses });
  const makers: ReadonlyMap<string, Work> = new Map(nodes.map((node) => [node.work.id, node.work]));
  const summaries = await summariesFor(index, { works: [...makers.values()], links });
  const byEnd = Map.groupBy(links, ({ to }) => to);
  return {
    makers,
    summaries,
    truncated,
    of(work: Work): Changes {
      const onIt = (byEnd.get(work.id) ?? []).filter(({ from }) => from !== work.id);
      const events = onIt
        .map((link) => eventOf(work, makers.get(link.from)!, edgeOf(link, summaries), day))
        .sort((a, b) => compareText(a.date ?? '\u{10ffff}', b.date ?? '\u{10ffff}') || compareText(a.by, b.by));
      return { links: onIt, events, ...settled(work, events, makers, day) };
    },
  };
}

function eventOf(work: Work, maker: Work, link: GraphEdge, day: string | null): EffectEvent {
  const does = link.kinds.map(({ kind }) => kind);
  const date = maker.date ?? link.witnesses.find((witness) => witness.date !== null)?.date ?? null;
  const ending = link.witnesses.filter(({ relation }) => relation === 'replaces');
  return {
    ...{ by: maker.id, does, date, link },
    when: date === null ? 'unknown' : day === null || date <= day ? 'by-then' : 'later',
    partly: ending.length > 0 && ending.every(({ kind, quote }) => endsPartOnly(kind, quote, work.symbol)),
  };
}

/** What uses a work from the day after it ended on. */
async function usesAfter(index: Store, work: Work, ended: string, size: number) {
  const from = dayAfter(ended);
  const filter: ChainFilter = { relations: usingRelations, from };
  return { from, statements: await index.statements({ work: work.id, direction: 'down', filter: filterOf(filter), size }) };
}

function* doubts(
  work: Work,
  events: readonly EffectEvent[],
  makers: ReadonlyMap<string, Work>,
  truncated: boolean,
): Generator<ChainFinding> {
  for (const { by, when, partly } of events) {
    const maker = makers.get(by)!;
    if (when === 'unknown')
      yield {
        code: 'date-unknown',
        works: [by, work.id],
        message: `No document held here tells the date of ${nameOf(maker)}: whether what it does to ${nameOf(work)} held by a given day is unknown.`,
        messageVi: `Không văn bản nào đang lưu cho biết ngày của ${nameOf(maker)}: không rõ đến ngày được hỏi nó đã tác động đến ${nameOf(work)} chưa.`,
      };
    if (partly)
      yield {
        code: 'part-only',
        works: [by, work.id],
        message: `${nameOf(maker)} ends a part of ${nameOf(work)} only, as its words say; the rest is not touched.`,
        messageVi: `${nameOf(maker)} chỉ làm hết hiệu lực một phần của ${nameOf(work)} theo lời văn; phần còn lại không bị tác động.`,
      };
  }
  const endings = events.filter(({ does, partly }) => !partly && does.some((kind) => kind === 'replaces' || kind === 'repeals'));
  const first = endings.find(({ date }) => date !== null);
  for (const event of events) {
    if (first === undefined || event.date === null || event.by === first.by || event.date <= first.date!) continue;
    yield {
      code: 'contradiction',
      works: [event.by, first.by, work.id],
      message: `${nameOf(makers.get(event.by)!)} of ${event.date} is said to act on ${nameOf(work)} after ${nameOf(makers.get(first.by)!)} had ended it on ${first.date}.`,
      messageVi: `${nameOf(makers.get(event.by)!)} ngày ${event.date} được nêu là tác động đến ${nameOf(work)} sau khi ${nameOf(makers.get(first.by)!)} đã làm hết hiệu lực ngày ${first.date}.`,
    };
  }
  if (truncated)
    yield {
      code: 'not-all-looked-at',
      works: [work.id],
      message: `More documents act on ${nameOf(work)} than were looked at.`,
      messageVi: `Có nhiều văn bản tác động đến ${nameOf(work)} hơn số đã xem xét.`,
    };
}

/** Works that this one could be, and that something is said to change or end. */
async function possibleChanges(index: Store, work: Work): Promise<readonly ChainFinding[]> {
  const roots = work.maybe.slice(0, mostPossible).map((possible) => possible.work);
  if (roots.length === 0) return [];
  const filter = filterOf({ relations: changing });
  const { nodes, links } = await index.walk({ roots, direction: 'down', depth: 1, filter, limit: mostChanges, witnesses: 0 });
  const works = new Map(nodes.map((node) => [node.work.id, node.work]));
  return links
    .filter(({ from, to }) => roots.includes(to) && from !== work.id)
    .map(({ from, to, kinds }): ChainFinding => {
      const [maker, other] = [nameOf(works.get(from)!), nameOf(works.get(to)!)];
      const does = kinds.map(({ kind }) => kind).join(', ');
      return {
        code: 'could-concern-another',
        works: [from, to, work.id],
        message: `${maker} is said to act (${does}) on ${other}, which could be ${nameOf(work)}; it is not counted here.`,
        messageVi: `${maker} được nêu là tác động (${does}) đến ${other}, có thể chính là ${nameOf(work)}; chưa tính ở đây.`,
      };
    });
}

function onlyOnce(): (work: Work) => boolean {
  const seen = new Set<string>();
  return ({ id }) => !seen.has(id) && seen.add(id) !== undefined;
}
