import type { DocumentRecord } from '#ingest/model/record.ts';
import type { Relation } from '#ingest/model/relation.ts';
import { fold } from '#services/analysis/folding.ts';
import { namingOf } from '#services/analysis/naming.ts';
import { numberTokens } from '#services/analysis/numberTokens.ts';
import { printTokens } from '#services/analysis/prints.ts';
import { foldedSymbol, symbolsIn, writtenSymbol } from '#services/analysis/symbols.ts';
import { type ReadWords, wordsIn } from '#services/analysis/words.ts';
import { titleTokens } from './wholeTitle.ts';

/** What every engine indexes of a record, each in its own way. */

/** The number a document goes by: as its identity has it, else as its head prints it. */
export function ownKey(record: DocumentRecord): string | null {
  return record.identity.key ?? record.document.number;
}

/** The words of a record. */
export interface EntryWords {
  /** The texts of `namingOf`. */
  readonly naming: readonly ReadWords[];
  readonly headings: readonly ReadWords[];
  readonly body: ReadWords;
  /** Tokens of the numbers that it bears, and of every number that stands in it, each once. */
  readonly own: ReadonlySet<string>;
  readonly numbers: ReadonlySet<string>;
}

/** Also by type and number where the number bears no letters of its type: "công văn 1873" is 1873/UBND-KGVX. */
function ownTokens(key: string, type: string | null): readonly string[] {
  const tokens = numberTokens(key);
  const [, number] = tokens;
  return type === null || number === undefined ? tokens : [...tokens, `${number}_${fold(type)}`];
}

export function entryWords(record: DocumentRecord): EntryWords {
  const body = wordsIn(record.text);
  const naming = namingOf(record).map(wordsIn);
  const headings = record.parts.map(({ heading }) => wordsIn(heading));
  const own = new Set(
    [record.identity.key, record.document.number].filter((key) => key !== null).flatMap((key) => ownTokens(key, record.document.type)),
  );
  const numbers = new Set(record.citations.flatMap((citation) => numberTokens(citation.key)));
  for (const symbol of symbolsIn(body)) for (const token of numberTokens(symbol.written)) numbers.add(token);
  return { naming, headings, body, own, numbers };
}

/** A number that a document bears, cites or speaks of, in the forms by which it is found; `cited` where it stands among the citations. */
export interface EntrySymbol {
  readonly key: string;
  readonly folded: string;
  readonly written: string;
  readonly cited: boolean;
}

export function entrySymbols(record: DocumentRecord): EntrySymbol[] {
  const cited = new Map<string, boolean>();
  const own = ownKey(record);
  if (own !== null) cited.set(own, false);
  for (const { subject, object } of record.claims) {
    if (typeof subject?.key === 'string') cited.set(subject.key, false);
    if (object.key !== null) cited.set(object.key, false);
  }
  for (const citation of record.citations) cited.set(citation.key, true);
  return Array.from(cited, ([key, isCited]) => ({ key, folded: foldedSymbol(key), written: writtenSymbol(key), cited: isCited }));
}

/** Words of a record for questions that no text answers: of the numbers that it cites, of the relations that it states to numbers, its whole title, and the prints of its passages. */
export interface EntryMarks {
  readonly cites: readonly string[];
  readonly relates: readonly string[];
  readonly titled: readonly string[];
  readonly print: readonly string[];
}

/** The word for a relation to a number under this token. */
export function relationMark(relation: Relation, token: string): string {
  return `${relation}:${token}`;
}

/**
 * Tells the tokens of all numbers to which a document states a relation, and of those that stand among its citations (`relation` null); what comes twice is told twice.
 * A relation of any kind is one of the kind `cites`, too.
 */
export function eachRelation(record: DocumentRecord, tell: (relation: Relation | null, token: string) => void): void {
  for (const { key } of record.citations) for (const token of numberTokens(key)) tell(null, token);
  for (const { subject, object, relation } of record.claims) {
    if (subject !== null || object.key === null) continue;
    for (const token of numberTokens(object.key)) {
      tell(relation, token);
      tell('cites', token);
    }
  }
}

/** Each word once, the prints made when they are asked for. What a document states of itself counts, every kind of it; `cites` is any relation. `body`: the words of its text, where somebody has them already. */
export function entryMarks(record: DocumentRecord, body?: ReadWords): EntryMarks {
  const cites = new Set<string>();
  const relates = new Set<string>();
  eachRelation(record, (relation, token) => {
    if (relation === null) cites.add(token);
    relates.add(relationMark(relation ?? 'cites', token));
  });
  return {
    cites: [...cites],
    relates: [...relates],
    titled: titleTokens(record.document),
    get print() {
      return printTokens(body ?? record.text);
    },
  };
}
