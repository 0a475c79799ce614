import { parentOf } from '#ingest/model/relation.ts';
import { compareText } from '#services/analysis/compareText.ts';
import { type Link, type LinkFilter, type LinkWitness, linksPerNode, type Walk, type WalkRequest } from '#services/works/link.ts';
import { kindsStated } from '#services/works/stated.ts';
import { type Hop, type HopAnswer, walkLater, walkSteps } from '#services/works/walk.ts';
import { type BriefWork, briefOf } from '#services/works/work.ts';
import type { Connection } from '../connection.ts';
import { type Ask, askingNow } from './answer.ts';
import { type Known, knownWorks, possibleSymbols, symbolsMet } from './known.ts';
import { type Told, toldPages } from './told.ts';
import { witnessesOf } from './witnesses.ts';

/** How many statements are read at a time: at most, and of a hop by the room that it has, since several may lead to one work. */
const mostRead = 10_000;
const readFor = (room: number, most: number) => Math.min(most, 1000 + 10 * room);

/**
 * The walk. What is put or taken out while it goes on may be met by its later requests and not by its earlier ones: a statement whose namings were not there
 * when their symbol was learned is passed over, as if it had come later. `most`: how many statements are read at a time at most.
 */
export async function walk(connection: Connection, request: WalkRequest, most = mostRead): Promise<Walk> {
  const ask = askingNow(connection);
  const known = knownWorks(ask);
  await known.learn(request.roots.flatMap(possibleSymbols));
  const roots = request.roots.filter((root) => known.work(root) !== undefined);
  const met = await walkLater(walkSteps(roots, request), (hop) => hopFrom(ask, known, { filter: request.filter, most }, hop));
  const links = await linksAmong(connection, ask, known, [...met.depths.keys()], { ...request, most });
  const mostLinks = request.limit * linksPerNode;
  const nodes = Array.from(met.depths, ([id, depth]) => ({ work: known.work(id)!, depth })).sort(
    (a, b) => Math.abs(a.depth) - Math.abs(b.depth) || a.depth - b.depth || compareText(a.work.id, b.work.id),
  );
  return { nodes, links: links.slice(0, mostLinks), truncated: met.truncated || links.length > mostLinks };
}

/** All that is said of a symbol is read to learn its works: brief ones cost as much. */
export async function walkBriefly(connection: Connection, request: WalkRequest): Promise<Walk<BriefWork>> {
  const { nodes, ...rest } = await walk(connection, request);
  return { nodes: nodes.map(({ work, depth }) => ({ work: briefOf(work), depth })), ...rest };
}

/**
 * One hop, in two requests: the statements that begin at the works of the step before, and the namings of the symbols that these meet, from which it follows
 * which works are meant. Only where there are more statements than one answer holds, and those do not fill the room, there are more requests: it is read
 * on until one work more than there is room for was found, or all is read, so that no work is missed for the size of a page.
 */
async function hopFrom(
  ask: Ask,
  known: Known,
  { filter, most }: { readonly filter: LinkFilter; readonly most: number },
  { frontier, step, isMet, room }: Hop<string>,
): Promise<HopAnswer<string>> {
  const near = frontier.flatMap(known.refs);
  const wanted = step === -1 ? { subject: near, filter } : { object: near, filter };
  const found = new Set<string>();
  for await (const page of toldPages(ask, wanted, readFor(room, most))) {
    const far = page.map(({ subject, object }) => (step === -1 ? object : subject));
    await known.learn(symbolsMet(far));
    for (const ref of far) {
      const work = known.place(ref)?.work;
      if (work === undefined || isMet(work) || found.has(work)) continue;
      if (found.size >= room) return { found: [...found], more: true };
      found.add(work);
    }
  }
  return { found: [...found], more: false };
}

/** The links among these works, by `from`, `to`; the words of the first statements of each come in one more request. */
async function linksAmong(
  connection: Connection,
  ask: Ask,
  known: Known,
  ids: readonly string[],
  { filter, witnesses: shown, limit, most }: WalkRequest & { readonly most: number },
): Promise<Link[]> {
  if (ids.length < 2) return [];
  const pairs = new Map<string, { readonly from: string; readonly to: string; readonly told: Told[] }>();
  const refs = ids.flatMap(known.refs);
  for await (const page of toldPages(ask, { subject: refs, object: refs, filter }, most)) {
    for (const told of page) {
      const [from, to] = [known.place(told.subject)?.work, known.place(told.object)?.work];
      if (from === undefined || to === undefined || from === to) continue;
      const pair = JSON.stringify([from, to]);
      const others = pairs.get(pair)?.told;
      if (others === undefined) pairs.set(pair, { from, to, told: [told] });
      else others.push(told);
    }
  }
  const links = [...pairs.values()].sort((a, b) => compareText(a.from, b.from) || compareText(a.to, b.to));
  const words = await witnessesOf(
    connection,
    known,
    links.slice(0, limit * linksPerNode).flatMap(({ told }) => told.slice(0, shown)),
  );
  return links.map(({ from, to, told }): Link => {
    const witnesses = told.slice(0, shown).flatMap((one): LinkWitness[] => {
      const witness = words.get(one);
      return witness === undefined ? [] : [witness];
    });
    const kinds = kindsStated(told.map(({ kind, confidence }) => ({ kind, confidence, relation: parentOf(kind) })));
    return { from, to, kinds, claims: told.length, witnesses };
  });
}
