import type { Store } from '#services/store/port.ts';
import type { Link, Walk, WalkRequest } from '#services/works/link.ts';
import type { BriefWork } from '#services/works/work.ts';
import type { Paths } from '../shapes.ts';
import { type ChainFilter, filterOf } from './filter.ts';
import { contradictions, told } from './findings.ts';
import { meantBy } from './meant.ts';
import { chainsBetween } from './simplePaths.ts';
import { viewsOf } from './statements.ts';
import { usualWitnesses } from './trace.ts';
import { edgeOf, summariesFor, viewOf } from './view.ts';
import { linksAmong } from './walked.ts';

export interface PathsRequest extends ChainFilter {
  /** The two ends, each an id of a document or work, or a number in any written form. */
  readonly first: string;
  readonly second: string;
  /** Steps of a chain at most. */
  readonly steps?: number | undefined;
  /** Chains at most. */
  readonly most?: number | undefined;
  readonly witnesses?: number | undefined;
}

const usualSteps = 8;
const usualMost = 20;
/** Most works that are looked at from one end. */
const reach = 5000;

const nothing = { from: null, to: null, turned: false, shortest: null, chains: [], works: [], edges: [], truncated: false };

/**
 * The chains between two works, with the words of every step: from the first up to the second, or, where there are none, from the second up to the first.
 *
 * @throws Failure `not-found`, `bad-request`.
 */
export async function paths(index: Store, request: PathsRequest): Promise<Paths> {
  const { steps = usualSteps, most = usualMost, witnesses = usualWitnesses } = request;
  const filter = filterOf(request);
  const meant = [await meantBy(index, request.first), await meantBy(index, request.second)] as const;
  const [[{ work: first }, ...others], [{ work: second }, ...moreOthers]] = meant;
  if (others.length > 0 || moreOthers.length > 0) {
    const choicesFrom = others.length > 0 ? await viewsOf(index, meant[0]) : [];
    const choicesTo = moreOthers.length > 0 ? await viewsOf(index, meant[1]) : [];
    return { ...nothing, choicesFrom, choicesTo, ...told([]) };
  }
  const bare = { ...nothing, choicesFrom: [], choicesTo: [] };
  if (first.id === second.id) {
    const works = await viewsOf(index, [meant[0][0]]);
    return { ...bare, from: first.id, to: first.id, shortest: 0, works, ...told([]) };
  }
  let truncated = false;
  for (const [low, high, turned] of [
    [first, second, false],
    [second, first, true],
  ] as const) {
    const between = await linksBetween(index, low.id, high.id, { depth: steps, filter });
    const found = chainsBetween(between.links, low.id, high.id, { steps, most });
    truncated ||= between.truncated || found.truncated;
    if (found.chains.length === 0) continue;
    const onChains = new Set(found.chains.flat());
    const ids = between.works.filter((id) => onChains.has(id));
    const hops = new Set(found.chains.flatMap((chain) => chain.slice(1).map((to, at) => JSON.stringify([chain[at], to]))));
    const { nodes, links } = await linksAmong(
      index,
      ids.map((id) => ({ work: { id } })),
      { filter, witnesses },
    );
    const byId = new Map(nodes.map(({ work }) => [work.id, work]));
    const works = ids.flatMap((id) => byId.get(id) ?? []);
    const shown = links.filter(({ from, to }) => hops.has(JSON.stringify([from, to])));
    const summaries = await summariesFor(index, { works, links: shown });
    const views = works.map((work) => viewOf(work, summaries));
    const edges = shown.map((link) => edgeOf(link, summaries));
    return {
      ...{ from: low.id, to: high.id, turned, shortest: found.chains[0]!.length - 1, choicesFrom: [], choicesTo: [] },
      chains: found.chains.map((chain) => ({ steps: chain.length - 1, works: [...chain] })),
      ...{ works: views, edges, truncated: between.truncated || found.truncated },
      ...told([...contradictions(views, edges)]),
    };
  }
  const works = await viewsOf(index, [meant[0][0], meant[1][0]]);
  return { ...bare, works, truncated, ...told([]) };
}

interface Between {
  /** Ids, those near to the end that is walked from first. */
  readonly works: readonly string[];
  readonly links: readonly Link[];
  readonly truncated: boolean;
}

/** Links that may lie on a way from `low` up to `high`: what `low` rests on; where that is too much, also what came of `high`, to meet in the middle. */
async function linksBetween(index: Store, low: string, high: string, asked: Pick<WalkRequest, 'depth' | 'filter'>): Promise<Between> {
  const walk = (root: string, direction: 'up' | 'down') =>
    index.walkBriefly({ ...asked, roots: [root], direction, limit: reach, witnesses: 0 });
  const up = await walk(low, 'up');
  const walks: readonly Walk<BriefWork>[] = up.truncated ? [up, await walk(high, 'down')] : [up];
  return {
    works: [...new Set(walks.flatMap(({ nodes }) => nodes.map(({ work }) => work.id)))],
    links: [...new Map(walks.flatMap(({ links }) => links.map((link) => [JSON.stringify([link.from, link.to]), link] as const))).values()],
    // What one end alone shows whole is whole.
    truncated: walks.every(({ truncated }) => truncated),
  };
}
