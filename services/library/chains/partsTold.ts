import { pageOf } from '#ingest/model/origin.ts';
import type { Span } from '#ingest/model/span.ts';
import { oneLine } from '#ingest/vocabulary/spacing.ts';
import { passagesOf } from '#services/analysis/passages.ts';
import { type Words, wordsIn } from '#services/analysis/words.ts';
import type { DocumentBody } from '#services/store/port.ts';
import { symbolOf } from '#services/works/naming.ts';
import { termsIn } from '../likeness/tellingWords.ts';
import type { DirectivePart, PartCell, PartWitness } from '../shapes.ts';

/** A passage that holds less of what tells a part says nothing of it, nor one that shares fewer words with it. */
const leastShare = 0.5;
const leastWords = 3;
/** Words of a heading that count: a heading that is a whole paragraph is told by its beginning. */
const mostOfHeading = 60;
const mostWords = 8;
/** Longest quote, in code units. */
const longestQuote = 400;

/** A document of a unit, with its words in passages. */
export interface ReadAnswer {
  readonly body: DocumentBody;
  readonly passages: readonly { readonly span: Span; readonly terms: ReadonlySet<string> }[];
  /** Which parts of the directive it names, by their markers, with the words. */
  readonly named: ReadonlyMap<string, Span>;
}

/** @param symbol number of the directive, as `symbolOf` gives it */
export function readAnswer(body: DocumentBody, symbol: string): ReadAnswer {
  const words = wordsIn(body.body.text);
  const passages = passagesOf(words).map(({ first, last, span }) => ({ span, terms: new Set(termsIn(slice(words, first, last)).keys()) }));
  return { body, passages, named: partsNamed(body.body, symbol) };
}

function slice({ text, starts, ends, exact, folded }: Words, first: number, last: number): Words {
  const part = <T>(list: readonly T[]) => list.slice(first, last + 1);
  return { text, starts: part(starts), ends: part(ends), exact: part(exact), folded: part(folded) };
}

/** What tells a part from the other parts, and from what all answers say: its words with their worth. */
interface Telling {
  readonly marker: string | null;
  readonly words: ReadonlyMap<string, { readonly worth: number; readonly printed: string }>;
  readonly sum: number;
}

/**
 * Weighs the words of each heading: a word of several syllables is worth more than a single one, and the more so the fewer parts and passages hold it. What stands in
 * most of them tells nothing.
 */
export function tellingOf(parts: readonly DirectivePart[], answers: readonly ReadAnswer[]): readonly Telling[] {
  const headings = parts.map(({ heading }) => termsIn(wordsIn(heading.split(/\s+/u).slice(0, mostOfHeading).join(' '))));
  const held = new Map<string, number>();
  const all = [...headings.map((terms) => new Set(terms.keys())), ...answers.flatMap(({ passages }) => passages.map(({ terms }) => terms))];
  for (const terms of all) for (const term of terms) held.set(term, (held.get(term) ?? 0) + 1);
  return parts.map(({ heading }, at) => {
    const words = new Map<string, { worth: number; printed: string }>();
    for (const { key, syllables, printed } of headings[at]!.values()) {
      const inHeadings = headings.filter((terms) => terms.has(key)).length;
      if (syllables.length < 2 || (parts.length > 2 && inHeadings > parts.length / 2)) continue;
      words.set(key, { worth: Math.log(1 + all.length / (held.get(key) ?? 1)), printed });
    }
    const sum = [...words.values()].reduce((total, { worth }) => total + worth, 0);
    return { marker: markerOf(heading), words, sum };
  });
}

const nothing: PartCell = { state: 'not-found', words: [], share: 0, witness: null };

/**
 * What the documents of a unit say to one part: words that name it before passages that hold its words.
 * @param isOnly false where other parts have the same marker, so that it alone does not tell the part
 */
export function cellOf(part: Telling, isOnly: boolean, answers: readonly ReadAnswer[]): PartCell {
  for (const answer of answers) {
    const span = part.marker === null || !isOnly ? undefined : answer.named.get(part.marker);
    if (span !== undefined) return { state: 'cited', words: [], share: 0, witness: witnessOf(answer, span) };
  }
  let best: { share: number; answer: ReadAnswer; span: Span; found: readonly string[] } | null = null;
  for (const answer of answers)
    for (const { span, terms } of answer.passages) {
      const found = [...part.words.keys()].filter((word) => terms.has(word));
      if (found.length < leastWords) continue;
      const share = found.reduce((sum, word) => sum + part.words.get(word)!.worth, 0) / part.sum;
      if (share >= leastShare && (best === null || share > best.share)) best = { share, answer, span, found };
    }
  if (best === null) return nothing;
  return {
    state: 'similar',
    words: best.found
      .toSorted((a, b) => part.words.get(b)!.worth - part.words.get(a)!.worth || (a < b ? -1 : 1))
      .slice(0, mostWords)
      .map((word) => part.words.get(word)!.printed),
    share: Math.min(1, Math.round(best.share * 100) / 100),
    witness: witnessOf(best.answer, best.span),
  };
}

function witnessOf({ body: { id, body } }: ReadAnswer, span: Span): PartWitness {
  const text = oneLine(body.text.slice(span.start, span.end));
  const quote = text.length > longestQuote ? `${text.slice(0, longestQuote).trimEnd()} …` : text;
  return { document: id, name: body.file.name, page: pageOf(body.origin, span), span: { ...span }, quote };
}

/** How a heading is numbered, as it is cited: "Điều 5" and "5." are 5, "II." and "Phần II" are II. */
export function markerOf(heading: string): string | null {
  const found = /^\s*(?:(?:Điều|Chương|Mục|Phần)\s+)?(?<marker>[IVXLC]{1,6}|\d{1,3}(?:\.\d{1,3})*|\p{Ll})[.):\s-]/u.exec(heading);
  return found?.groups?.marker ?? null;
}

const cited = /(?<!\p{L})(?:điểm|khoản|mục|phần|điều|chương)\s+(?<marker>[IVXLC]{1,6}|\d{1,3}(?:\.\d{1,3})*|\p{Ll})(?![\p{L}\p{N}])/giu;

/** So far before the name of the directive a part is named as one of it ("mục 2, phần II Chỉ thị số …"), and so much after it is quoted, in code units. */
const reach = { before: 60, after: 120 } as const;

/** The parts that stand right before a mention of the directive; what stands before another document's name in between is a part of that one. */
function partsNamed({ text, citations }: DocumentBody['body'], symbol: string): ReadonlyMap<string, Span> {
  const named = new Map<string, Span>();
  const ends = citations.flatMap(({ occurrences }) => occurrences.map(({ span }) => span.end));
  for (const { key, occurrences } of citations) {
    if (symbolOf(key) !== symbol) continue;
    for (const { span } of occurrences) {
      const from = ends.reduce(
        (latest, end) => (end <= span.start ? Math.max(latest, end) : latest),
        Math.max(0, span.start - reach.before),
      );
      for (const { index, groups } of text.slice(from, span.start).matchAll(cited)) {
        const start = from + index;
        const marker = groups!.marker!;
        if (!named.has(marker)) named.set(marker, { start, end: Math.min(text.length, span.end + reach.after) });
      }
    }
  }
  return named;
}
