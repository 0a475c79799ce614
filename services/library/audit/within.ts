import type { Store } from '#services/store/port.ts';
import { namingId } from '#services/works/naming.ts';
import { statedIn } from '#services/works/stated.ts';
import { knownSymbols } from '../chains/known.ts';
import { worksMeant } from '../chains/meant.ts';
import { notFound } from '../refs.ts';
import type { RawFinding } from './raw.ts';

/** What part of the collection an audit looks at; null for all of it. */
export interface Within {
  readonly symbols: readonly string[] | null;
  readonly documents: readonly string[] | null;
  readonly isWanted: (finding: Pick<RawFinding, 'code' | 'works'>) => boolean;
}

const everything: Within = { symbols: null, documents: null, isWanted: () => true };

/** Most documents that are looked into for what names one work. */
const mostSpeakers = 1000;

/**
 * What concerns a document (what it is, and what it names) or a work.
 *
 * @throws Failure `not-found` where there is none such.
 */
export async function withinOf(
  index: Store,
  { document, work }: { document?: string | undefined; work?: string | undefined },
): Promise<Within> {
  const parts = [
    ...(document === undefined ? [] : [await ofDocument(index, document)]),
    ...(work === undefined ? [] : [await ofWork(index, work)]),
  ];
  return parts.reduce(
    (a, b) => ({
      symbols: common(a.symbols, b.symbols),
      documents: common(a.documents, b.documents),
      isWanted: (finding) => a.isWanted(finding) && b.isWanted(finding),
    }),
    everything,
  );
}

function common(a: readonly string[] | null, b: readonly string[] | null): readonly string[] | null {
  if (a === null || b === null) return a ?? b;
  const those = new Set(b);
  return a.filter((one) => those.has(one));
}

async function ofDocument(index: Store, id: string): Promise<Within> {
  const held = await index.get(id);
  if (held === null) throw await notFound(index, id, 'No document is held under');
  const { own, stated } = statedIn(id, held.record);
  const namings = [own, ...stated.flatMap(({ subject, object }) => [subject, object])];
  const symbols = [...new Set(namings.map(({ symbol }) => symbol))].sort();
  const named = new Set<string>();
  let itself: string | undefined;
  for (const [symbol, { placed }] of await knownSymbols(index, symbols)) {
    for (const naming of namings) {
      const work = naming.symbol === symbol ? placed.get(namingId(naming))?.work : undefined;
      if (work === undefined) continue;
      named.add(work);
      if (naming === own) itself = work;
    }
  }
  return {
    ...{ symbols, documents: [id] },
    isWanted: ({ code, works }) =>
      (itself !== undefined && works.includes(itself)) ||
      works.every((work) => named.has(work)) ||
      (code === 'ended-twice' && named.has(works[0]!)),
  };
}

async function ofWork(index: Store, of: string): Promise<Within> {
  const meant = await worksMeant(index, of, 'all');
  if (meant.length === 0) throw await notFound(index, of);
  const ids = new Set(meant.map(({ work }) => work.id));
  const symbols = [...new Set(meant.map(({ work }) => work.symbol))].sort();
  const namings = [...new Set(meant.map(({ known }) => known))].flatMap(({ named, placed }) =>
    named.named.filter(({ id }) => ids.has(placed.get(id)?.work ?? '')).map(({ id }) => id),
  );
  const documents = new Set<string>();
  for (let at = 0; at < namings.length && documents.size < mostSpeakers; at += 500)
    for (const speakers of await index.speakers(namings.slice(at, at + 500), mostSpeakers))
      for (const id of speakers.documents) documents.add(id);
  return {
    ...{ symbols, documents: [...documents].sort().slice(0, mostSpeakers) },
    isWanted: ({ works }) => works.length === 0 || works.some((work) => ids.has(work)),
  };
}
