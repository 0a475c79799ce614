import type { Store } from '#services/store/port.ts';
import { type Link, type LinkFilter, mostWalked, type Walk, type WalkNode, type WalkRequest } from '#services/works/link.ts';
import { placeOf } from '#services/works/place.ts';
import type { BriefWork } from '#services/works/work.ts';
import type { ChainFinding, WithinScope } from '../shapes.ts';
import { narrowed } from './narrowed.ts';
import { unitNotFollowed } from './reform.ts';

export interface Walking {
  readonly root: string;
  readonly direction: WalkRequest['direction'];
  readonly depth: number;
  readonly filter: LinkFilter;
  /** Works shown at most. */
  readonly limit: number;
  readonly witnesses: number;
  /** A province or unit that it is narrowed to. */
  readonly within?: string | undefined;
}

export interface Walked {
  readonly nodes: readonly WalkNode[];
  readonly links: readonly Link[];
  readonly within: WithinScope | null;
  readonly truncated: boolean;
  /** What the narrowing does not follow. */
  readonly notFollowed: readonly ChainFinding[];
}

/** Most works that are walked to find those of one place. */
const widest = 20_000;

/** A walk from one root; narrowed to a place it goes wider first, so that what other places did does not use the limit up. */
export async function walked(index: Pick<Store, 'walk' | 'walkBriefly'>, { root, within, ...request }: Walking): Promise<Walked> {
  if (within === undefined) return { ...(await index.walk({ ...request, roots: [root] })), within: null, notFollowed: [] };
  const wide = await index.walkBriefly({ ...request, roots: [root], limit: widest, witnesses: 0 });
  const { line, isOf, isUnit } = placeOf(within);
  const there = wide.nodes.filter(({ work }) => isOf(work));
  const all = narrowed(wide, ({ work }) => isOf(work));
  const kept = all.slice(0, request.limit);
  const { nodes: found, links } = await linksAmong(index, kept, request);
  const works = new Map(found.map(({ work }) => [work.id, work]));
  // A work that went out between the two questions is shown no more.
  const nodes = kept.flatMap(({ work: { id }, depth }) => {
    const work = works.get(id);
    return work === undefined ? [] : [{ work, depth }];
  });
  const scopes = [...new Set(there.flatMap(({ work }) => work.scope ?? []))].sort();
  return {
    nodes,
    links,
    within: { asked: within, scopes, line: line.map((step) => ({ ...step })), works: there.length },
    truncated: wide.truncated || kept.length < all.length,
    notFollowed: isUnit ? [unitNotFollowed(within, scopes)] : [],
  };
}

/** Works whole, and all links among them, with words. */
export async function linksAmong(
  index: Pick<Store, 'walk'>,
  nodes: readonly { readonly work: Pick<BriefWork, 'id'> }[],
  { filter, witnesses }: Pick<WalkRequest, 'filter' | 'witnesses'>,
): Promise<Walk> {
  const roots = nodes.map(({ work }) => work.id);
  return await index.walk({ roots, direction: 'both', depth: 0, filter, limit: mostWalked, witnesses });
}
