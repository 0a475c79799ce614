import type { RelationKind } from '#ingest/model/relation.ts';
import { levels } from '#services/analysis/level.ts';
import type { Store } from '#services/store/port.ts';
import type { Cascade, CascadeLevel, ChainFinding, FurtherParent } from '../shapes.ts';
import { type ChainFilter, filterOf } from './filter.ts';
import { contradictions, told } from './findings.ts';
import { meantBy } from './meant.ts';
import { selfCitations } from './selfCitations.ts';
import { viewsOf } from './statements.ts';
import { lapse } from './time.ts';
import { usualWitnesses } from './trace.ts';
import { type Placed, treeOf } from './tree.ts';
import { edgeOf, nameOf, summariesFor, viewOf } from './view.ts';
import { walked } from './walked.ts';

export interface CascadeRequest extends ChainFilter {
  readonly of: string;
  readonly depth?: number | undefined;
  /** Works at most. */
  readonly limit?: number | undefined;
  readonly witnesses?: number | undefined;
  /** A province or unit: only its works, and those that lead to them. */
  readonly within?: string | undefined;
}

/** Kinds that make a tree where none are asked for: what carries out, rests on, reviews or changes; not what only names it or goes along with it. */
const cascadeRelations: readonly RelationKind[] = ['amends', 'replaces', 'reviews', 'implements', 'basis'];

const usualDepth = 10;
const usualLimit = 500;

/**
 * The tree of what came of a document, with the days between each and the one that it stands under (see `treeOf` for under which).
 *
 * @throws Failure `not-found`, `bad-request`.
 */
export async function cascade(index: Store, request: CascadeRequest): Promise<Cascade> {
  const { of, depth = usualDepth, limit = usualLimit, witnesses = usualWitnesses, within } = request;
  const filter = filterOf({ ...request, relations: request.relations ?? cascadeRelations });
  const meant = await meantBy(index, of);
  const [root] = meant;
  if (meant.length > 1) {
    const choices = await viewsOf(index, meant);
    return { root: null, entries: [], levels: [], within: null, truncated: false, choices, ...told([]) };
  }
  const walk = await walked(index, { root: root.work.id, direction: 'down', depth, filter, limit, witnesses, within });
  const placed = treeOf(walk.nodes, walk.links);
  const summaries = await summariesFor(index, { works: placed.map(({ work }) => work), links: placed.flatMap(({ link }) => link ?? []) });
  const works = new Map(placed.map(({ work }) => [work.id, work]));
  const findings = [
    ...(await Array.fromAsync(selfCitations(index, root))),
    ...contradictions([...works.values()], walk.links),
    ...undated(placed),
    ...walk.notFollowed,
  ];
  return {
    root: root.work.id,
    entries: placed.map(({ work, depth: at, parent, link, further, below }) => ({
      ...viewOf(work, summaries),
      ...{ depth: at, parent, below },
      link: link === null ? null : edgeOf(link, summaries),
      ...(parent === null ? lapse({ date: null }, work) : lapse(work, works.get(parent)!)),
      further: further.map(({ to, kinds }): FurtherParent => {
        const { relation, kind } = kinds[0]!;
        return { work: to, relation, kind, ...lapse(work, works.get(to)!) };
      }),
    })),
    levels: levelsOf(
      placed.filter(({ parent }) => parent !== null),
      works,
    ),
    within: walk.within,
    truncated: walk.truncated,
    choices: [],
    ...told(findings),
  };
}

/** Works of the tree whose date is missing or disputed: nothing can be said of the days to and from them. */
function* undated(placed: readonly Placed[]): Generator<ChainFinding> {
  for (const { work } of placed) {
    if (work.date !== null || work.claimed.dates.length > 1) continue;
    yield {
      code: 'date-unknown',
      works: [work.id],
      message: `No document held here tells the date of ${nameOf(work)}.`,
      messageVi: `Không văn bản nào đang lưu cho biết ngày của ${nameOf(work)}.`,
    };
  }
}

function levelsOf(placed: readonly Placed[], works: ReadonlyMap<string, Placed['work']>): CascadeLevel[] {
  return [...levels, null].flatMap((level): CascadeLevel[] => {
    const those = placed.filter((one) => one.level === level);
    if (those.length === 0) return [];
    const days = those
      .map(({ work, parent }) => lapse(work, works.get(parent!)!))
      .flatMap(({ timing, days }) => (timing === 'before' || days === null ? [] : days))
      .sort((a, b) => a - b);
    return [
      {
        level,
        documents: those.length,
        held: those.filter(({ work }) => work.held.length > 0).length,
        scopes: new Set(those.flatMap(({ work }) => work.scope ?? [])).size,
        days: days.length === 0 ? null : { least: days[0]!, median: median(days), most: days.at(-1)!, documents: days.length },
      },
    ];
  });
}

function median(sorted: readonly number[]): number {
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}
