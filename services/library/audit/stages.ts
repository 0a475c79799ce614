import type { Store } from '#services/store/port.ts';
import { everySymbol, type Symbols } from '#services/works/everySymbol.ts';
import type { Ring } from '#services/works/rings.ts';
import { knownSymbols } from '../chains/known.ts';
import { nameOf } from '../chains/view.ts';
import { type AuditCode, linkCodes, ringCodes, textCodes, workCodes } from '../shapes.ts';
import type { Place } from './cursor.ts';
import { auditLinks } from './links.ts';
import { type RawFinding, symbolIn } from './raw.ts';
import { severities } from './sentences.ts';
import { auditText, type TextFinding } from './texts.ts';
import type { Within } from './within.ts';
import { auditSymbol } from './works.ts';

/** What an audit looks for, and where. */
export interface Looking {
  readonly codes: ReadonlySet<AuditCode>;
  readonly within: Within;
}

/** What one step finds: all of it is told from `at` on, by how many findings are passed over. */
export interface Batch {
  readonly at: Omit<Place, 'skip'>;
  /** Where the next step begins. */
  readonly onward: Omit<Place, 'skip'>;
  readonly findings: readonly RawFinding[];
  readonly works: number;
  readonly texts: number;
}

const textsAtOnce = 50;

/** The steps of an audit from a place on. */
export async function* batches(index: Store, looking: Looking, { stage, after }: Pick<Place, 'stage' | 'after'>): AsyncGenerator<Batch> {
  const wants = (codes: readonly AuditCode[]) => codes.some((code) => looking.codes.has(code));
  if (stage === 'works' && wants([...workCodes, ...linkCodes])) yield* overWorks(index, looking, after);
  if (stage !== 'texts' && wants(ringCodes)) yield await overRings(index, looking);
  if (wants(textCodes)) yield* overTexts(index, looking, stage === 'texts' ? after : null);
}

async function* overWorks(index: Store, { codes, within }: Looking, after: string | null): AsyncGenerator<Batch> {
  let from = after;
  for await (const symbols of everySymbol(symbolsOf(index, within), after)) {
    const audited = symbols.map(auditSymbol);
    const works = audited.flatMap((symbol) => symbol.works);
    const links = linkCodes.some((code) => codes.has(code)) ? await auditLinks(index, works) : new Map<string, readonly RawFinding[]>();
    const found = audited.flatMap(({ findings, works }) => [...findings, ...works.flatMap(({ id }) => links.get(id) ?? [])]);
    const findings = found.filter((finding) => codes.has(finding.code) && within.isWanted(finding));
    const reached = symbols.at(-1)!.symbol;
    const onward = { stage: 'works', after: reached } as const;
    yield { at: { stage: 'works', after: from }, onward, findings, works: works.length, texts: 0 };
    from = reached;
  }
}

/** The symbols that are looked at, instead of all. */
function symbolsOf(index: Store, { symbols }: Within): Symbols {
  if (symbols === null) return index;
  return {
    named: (wanted) => index.named(wanted),
    symbols: async (after, limit) => symbols.filter((symbol) => after === null || symbol > after).slice(0, limit),
  };
}

async function overRings(index: Store, { within }: Looking): Promise<Batch> {
  const findings: RawFinding[] = [];
  for (const ring of await index.rings(mostNamed)) {
    if (!within.isWanted({ code: 'cycle', works: ring.works })) continue;
    findings.push(await ringFinding(index, ring));
  }
  return { at: { stage: 'rings', after: null }, onward: { stage: 'texts', after: null }, findings, works: 0, texts: 0 };
}

/** Works of a ring that are named, and links of it that are shown. */
const mostNamed = 8;

async function ringFinding(index: Pick<Store, 'named'>, { works, links }: Ring): Promise<RawFinding> {
  const first = works.slice(0, mostNamed);
  const known = await namesOf(index, [...first, ...links.flatMap(({ from, to }) => [from, to])]);
  const names = first.map((id) => known.get(id) ?? id);
  const more = works.length - first.length;
  return {
    ...{ code: 'cycle', severity: severities.cycle, works },
    sides: links.map((link) => ({ value: `${known.get(link.from)} → ${known.get(link.to)}`, own: false, documents: null, link })),
    message: `${names.join(', ')}${more > 0 ? ` and ${more} more` : ''} act on one another in a ring: they cannot all have come after what they act on.`,
    messageVi: `${names.join(', ')}${more > 0 ? ` và ${more} văn bản khác` : ''} dẫn lẫn nhau thành vòng: không thể văn bản nào cũng ban hành sau văn bản mà nó dẫn.`,
  };
}

/** How these works are called, by their ids. */
async function namesOf(index: Pick<Store, 'named'>, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const known = await knownSymbols(index, ids.map(symbolIn));
  const works = [...known.values()].flatMap((symbol) => symbol.works);
  return new Map(works.map((work) => [work.id, nameOf(work)]));
}

async function* overTexts(index: Store, { codes, within }: Looking, after: string | null): AsyncGenerator<Batch> {
  let from = after;
  for (;;) {
    const ids = await documentsAfter(index, within, from);
    if (ids.length === 0) return;
    const bodies = (await index.bodies(ids)).toSorted((a, b) => (a.id < b.id ? -1 : 1));
    const found = bodies.flatMap((body) => auditText(body).filter(({ code }) => codes.has(code)));
    const findings = (await withWorks(index, found)).filter(within.isWanted);
    yield { at: { stage: 'texts', after: from }, onward: { stage: 'texts', after: ids.at(-1)! }, findings, works: 0, texts: ids.length };
    from = ids.at(-1)!;
  }
}

async function documentsAfter(index: Pick<Store, 'list'>, { documents }: Within, after: string | null): Promise<readonly string[]> {
  if (documents === null) return (await index.list(after, textsAtOnce)).map(({ id }) => id);
  return documents.filter((id) => after === null || id > after).slice(0, textsAtOnce);
}

/** Findings of texts with the works that they are about. */
async function withWorks(index: Pick<Store, 'named'>, found: readonly TextFinding[]): Promise<RawFinding[]> {
  const symbols = found.flatMap(({ about }) => about.map(({ symbol }) => symbol));
  const places = new Map<string, string>();
  for (const { placed } of (await knownSymbols(index, symbols)).values()) for (const [naming, { work }] of placed) places.set(naming, work);
  return found.map(({ code, about, sides, message, messageVi }) => ({
    ...{ code, severity: severities[code], sides, message, messageVi },
    works: [...new Set(about.flatMap(({ naming }) => places.get(naming) ?? []))],
  }));
}
