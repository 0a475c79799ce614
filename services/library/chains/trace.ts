import type { Store } from '#services/store/port.ts';
import type { Graph } from '../shapes.ts';
import { type ChainFilter, filterOf } from './filter.ts';
import { contradictions, told } from './findings.ts';
import { meantBy } from './meant.ts';
import { selfCitations } from './selfCitations.ts';
import { edgeOf, summariesFor, viewOf } from './view.ts';
import { walked } from './walked.ts';

export interface TraceRequest extends ChainFilter {
  /** Id of a document or work, or a number in any written form. */
  readonly of: string;
  readonly direction: 'up' | 'down' | 'both';
  readonly depth: number;
  /** Works at most. */
  readonly limit?: number | undefined;
  /** Statements shown of each link. */
  readonly witnesses?: number | undefined;
  /** A province or unit: only its works, and those that lead to them. */
  readonly within?: string | undefined;
}

const usualLimit = 200;
/** Statements shown of a link where not asked otherwise. */
export const usualWitnesses = 3;

/**
 * The graph around a work: `up` to what it rests on, `down` to what came of it, `both` for the two together, to `depth` steps.
 * All links between the works shown are shown. Of the works one step further, those of the strongest and earliest statements are kept until
 * `limit` is reached; `truncated` tells that there were more. Cycles end where they meet a work that is there already.
 *
 * @throws Failure `not-found`, `bad-request`.
 */
export async function trace(index: Store, request: TraceRequest): Promise<Graph> {
  const { of, direction, depth, limit = usualLimit, witnesses = usualWitnesses, within } = request;
  const filter = filterOf(request);
  const [root, ...others] = await meantBy(index, of);
  if (others.length > 0) {
    const works = [root, ...others].map(({ work }) => work);
    const summaries = await summariesFor(index, { works });
    const choices = works.map((work) => viewOf(work, summaries));
    return { root: null, nodes: [], edges: [], choices, within: null, truncated: false, ...told([]) };
  }
  const { nodes, links, notFollowed, ...rest } = await walked(index, {
    root: root.work.id,
    direction,
    depth,
    filter,
    limit,
    witnesses,
    within,
  });
  const summaries = await summariesFor(index, { works: nodes.map(({ work }) => work), links });
  const edges = links.map((link) => edgeOf(link, summaries));
  const views = nodes.map(({ work, depth: at }) => ({ ...viewOf(work, summaries), depth: at }));
  const findings = [...(await Array.fromAsync(selfCitations(index, root))), ...contradictions(views, edges), ...notFollowed];
  return {
    root: root.work.id,
    nodes: views.sort((a, b) => a.depth - b.depth || (a.id < b.id ? -1 : 1)),
    edges,
    choices: [],
    ...rest,
    ...told(findings),
  };
}
