import type { Store } from '#services/store/port.ts';
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
import { everything, type Within } from './within.ts';
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

/** Symbols of the first step, and of a step at most; works that a step is to have. */
const usualSymbols = 50;
const mostSymbols = 1000;
const wantedWorks = 1000;
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
  let size = usualSymbols;
  for (;;) {
    const symbols = await symbolsAfter(index, within, from, size);
    if (symbols.length === 0) return;
    const audited = (await index.named(symbols)).map(auditSymbol);
    const works = audited.flatMap((symbol) => symbol.works);
    const links = linkCodes.some((code) => codes.has(code)) ? await auditLinks(index, works) : new Map<string, readonly RawFinding[]>();
    const found = audited.flatMap(({ findings, works }) => [...findings, ...works.flatMap(({ id }) => links.get(id) ?? [])]);
    const findings = found.filter((finding) => codes.has(finding.code) && within.isWanted(finding));
    const onward = { stage: 'works', after: symbols.at(-1)! } as const;
    yield { at: { stage: 'works', after: from }, onward, findings, works: works.length, texts: 0 };
    from = symbols.at(-1)!;
    size = symbolsFor(works.length / symbols.length);
  }
}

/** Symbols to look at next, so that a step has about as many works, whether a number is borne once or by every province in every term. */
function symbolsFor(worksOfEach: number): number {
  return Math.max(1, Math.min(mostSymbols, Math.round(wantedWorks / Math.max(1, worksOfEach))));
}

async function symbolsAfter(
  index: Pick<Store, 'symbols'>,
  { symbols }: Within,
  after: string | null,
  size: number,
): Promise<readonly string[]> {
  if (symbols === null) return await index.symbols(after, size);
  return symbols.filter((symbol) => after === null || symbol > after).slice(0, size);
}

async function overRings(index: Store, { within }: Looking): Promise<Batch> {
  async function* works() {
    let size = usualSymbols;
    for (let page = await symbolsAfter(index, everything, null, size); page.length > 0; ) {
      const ids = (await index.named(page)).flatMap((symbol) => worksOf(symbol).works.map(({ id }) => id));
      yield ids;
      size = symbolsFor(ids.length / page.length);
      page = await symbolsAfter(index, everything, page.at(-1)!, size);
    }
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
