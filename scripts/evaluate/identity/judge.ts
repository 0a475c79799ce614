import { ingest } from '#ingest/ingest.ts';
import { type Naming, namingId, namingsIn, symbolOf } from '#services/works/naming.ts';
import type { Identified, NamedSymbol, Work } from '#services/works/work.ts';
import { worksOf } from '#services/works/worksOf.ts';
import type { Level, TrueWork } from './world.ts';
import type { Written } from './writing.ts';

/** One place that names a work: the words of one document for it, or the document's own head. `truth` null where a number was read that nobody wrote. */
export interface Mention {
  readonly document: string;
  readonly truth: TrueWork | null;
  readonly naming: Naming;
  readonly own: boolean;
}

export interface Read {
  readonly mentions: readonly Mention[];
  /** Works that documents name and that were not read in them, own heads included. */
  readonly unread: number;
  readonly users: readonly { readonly naming: Naming; readonly documents: ReadonlySet<string> }[];
}

/** Every document through ingest, and of each the places that name a work of the world. */
export async function readAll(documents: readonly Written[]): Promise<Read> {
  const mentions: Mention[] = [];
  const users = new Map<string, { naming: Naming; documents: Set<string> }>();
  let unread = 0;
  const use = (naming: Naming, document: string) => {
    const id = namingId(naming);
    const known = users.get(id) ?? { naming, documents: new Set() };
    known.documents.add(document);
    users.set(id, known);
  };
  for (const [index, { name, text, work, cites }] of documents.entries()) {
    const record = await ingest({ name, bytes: new TextEncoder().encode(text) });
    const document = String(index).padStart(6, '0');
    const { own, claims } = namingsIn(document, record);
    use(own, document);
    if (own.identity.key === null) unread += 1;
    else mentions.push({ document, truth: symbolOf(own.identity.key) === symbolOf(work.key) ? work : null, naming: own, own: true });
    const meant = new Map(cites.map((cited) => [symbolOf(cited.key), cited]));
    const seen = new Set<string>();
    for (const naming of claims.flatMap(({ subject, object }) => [subject, object])) {
      if (naming.holder !== null || naming.identity.key === null) continue;
      use(naming, document);
      const id = namingId(naming);
      if (seen.has(id) || naming.identity.key.startsWith('NQTW')) continue;
      seen.add(id);
      mentions.push({ document, truth: meant.get(naming.symbol) ?? null, naming, own: false });
    }
    const read = new Set(record.citations.map(({ key }) => symbolOf(key)));
    unread += cites.filter(({ key }) => text.includes(key) && !read.has(symbolOf(key))).length;
  }
  return { mentions, unread, users: [...users.values()] };
}

export interface Placed extends Mention {
  readonly work: string;
  readonly identified: Identified;
}

/** Where the rules of identity put each mention, and the works that there are. */
export function placeAll({ mentions, users }: Read): { readonly placed: readonly Placed[]; readonly works: ReadonlyMap<string, Work> } {
  const works = new Map<string, Work>();
  const places = new Map<string, { work: string; identified: Identified }>();
  for (const [symbol, of] of Map.groupBy(users, ({ naming }) => naming.symbol)) {
    const named = of.map(({ naming, documents }) => ({ id: namingId(naming), naming, documents: documents.size }));
    const given: NamedSymbol = { symbol, named, decisions: [] };
    const found = worksOf(given);
    for (const work of found.works) works.set(work.id, work);
    for (const [id, place] of found.placed) places.set(id, place);
  }
  return { placed: mentions.map((mention) => ({ ...mention, ...places.get(namingId(mention.naming))! })), works };
}

/** Pairs of mentions: rightly one work, wrongly one work, truly one work; of the last those that are `maybe`, and those kept apart. */
export interface Pairs {
  readonly right: number;
  readonly wrong: number;
  readonly truly: number;
  readonly maybe: number;
  readonly apart: number;
}

/** All pairs of mentions of one number, counted by group. Two mentions whose words tell too little are not said to be one work, though one row of a list holds them. */
export function pairsOf(placed: readonly Placed[], works: ReadonlyMap<string, Work>, level: Level | null = null): Pairs {
  const pairs = (count: number) => (count * (count - 1)) / 2;
  const counted = placed.filter(({ truth }) => level === null || truth?.level === level);
  const said = Map.groupBy(
    counted.filter(({ identified }) => identified !== 'unknown'),
    ({ work }) => work,
  );
  let [right, wrong, truly, maybe] = [0, 0, 0, 0];
  for (const group of said.values()) {
    const byTruth = [...Map.groupBy(group, ({ truth, document }) => truth?.id ?? `? ${document}`).values()];
    const good = byTruth.reduce((sum, { length }) => sum + pairs(length), 0);
    right += good;
    wrong += pairs(group.length) - good;
  }
  for (const [truth, group] of Map.groupBy(counted, ({ truth }) => truth?.id ?? null)) {
    if (truth === null) continue;
    truly += pairs(group.length);
    const parts = [...Map.groupBy(group, ({ work, identified }) => JSON.stringify([work, identified === 'unknown'])).values()];
    for (const [index, part] of parts.entries()) {
      const { work, identified } = part[0]!;
      if (identified === 'unknown') maybe += pairs(part.length);
      for (const other of parts.slice(index + 1))
        if (
          couldBeOne(work, other[0]!.work, works) &&
          !(identified !== 'unknown' && other[0]!.identified !== 'unknown' && work === other[0]!.work)
        )
          maybe += part.length * other.length;
    }
  }
  return { right, wrong, truly, maybe, apart: truly - right - maybe };
}

/** One names the other as possible, or both name a third. */
function couldBeOne(a: string, b: string, works: ReadonlyMap<string, Work>): boolean {
  if (a === b) return true;
  const of = (id: string) => (works.get(id)?.maybe ?? []).map(({ work }) => work);
  const [ours, theirs] = [of(a), of(b)];
  return ours.includes(b) || theirs.includes(a) || ours.some((id) => theirs.includes(id));
}
