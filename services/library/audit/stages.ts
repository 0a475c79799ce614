import type { Store } from '#services/store/port.ts';
import { everySymbol, type Symbols } from '#services/works/everySymbol.ts';
import type { Work } from '#services/works/work.ts';
import { worksOf } from '#services/works/worksOf.ts';
import { knownSymbols } from '../chains/meant.ts';
import { nameOf } from '../chains/view.ts';
import { type AuditCode, linkCodes, ringCodes, textCodes, workCodes } from '../shapes.ts';
import type { Place } from './cursor.ts';
import { auditLinks } from './links.ts';
import { type RawFinding, symbolIn } from './raw.ts';
import { type Ring, ringsAmong } from './rings.ts';
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
  async function* works() {
    for await (const symbols of everySymbol(index)) yield symbols.flatMap((symbol) => worksOf(symbol).works.map(({ id }) => id));
  }
  const found = await ringsAmong(index, works());
  const findings: RawFinding[] = [];
  for (const { works, links } of found) {
    if (!within.isWanted({ code: 'cycle', works })) continue;
    findings.push(ringFinding(await worksUnder(index, works), links));
  }
  return { at: { stage: 'rings', after: null }, onward: { stage: 'texts', after: null }, findings, works: 0, texts: 0 };
}

async function worksUnder(index: Pick<Store, 'named'>, ids: readonly string[]): Promise<Work[]> {
  const known = await knownSymbols(index, ids.map(symbolIn));
  return ids.flatMap((id) => known.get(symbolIn(id))?.works.find((work) => work.id === id) ?? []);
}

/** Works of a ring that are named, and links of it that are shown. */
const mostNamed = 8;

function ringFinding(ring: readonly Work[], links: Ring['links']): RawFinding {
  const names = ring.slice(0, mostNamed).map(nameOf);
  const more = ring.length - names.length;
  const ids = ring.map(({ id }) => id);
  const byId = new Map(ring.map((work) => [work.id, nameOf(work)]));
  return {
    ...{ code: 'cycle', severity: severities.cycle, works: ids },
    sides: links
      .slice(0, mostNamed)
      .map((link) => ({ value: `${byId.get(link.from)} → ${byId.get(link.to)}`, own: false, documents: null, link })),
    message: `${names.join(', ')}${more > 0 ? ` and ${more} more` : ''} act on one another in a ring: they cannot all have come after what they act on.`,
    messageVi: `${names.join(', ')}${more > 0 ? ` và ${more} văn bản khác` : ''} dẫn lẫn nhau thành vòng: không thể văn bản nào cũng ban hành sau văn bản mà nó dẫn.`,
  };
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
