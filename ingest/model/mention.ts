import type { Span } from './span.ts';
import type { DocumentSymbol } from './symbol.ts';

/** A value with the words that state it. */
export interface Stated {
  readonly value: string;
  readonly span: Span;
}

/** What the words around a mention state of the document it names. */
export interface Surroundings {
  readonly date: Stated | null;
  readonly issuer: Stated | null;
  /** Party term (khóa) in Roman numerals. */
  readonly term: Stated | null;
  readonly title: Stated | null;
  /** End of the words that describe the mention (date, issuer, term; not the title); where they have ended, the sentence goes on. */
  readonly end: number;
}

/** A place that names a document by its number. `noun` is the type's name before it ("Quy định"), null where there is none. */
export interface NumberedMention extends Surroundings {
  readonly kind: 'numbered';
  readonly span: Span;
  readonly symbol: DocumentSymbol;
  readonly noun: Noun | null;
}

/** `type` is the code of the type that the noun names; `guess` where the noun is misspelt ("Kế luận"); `shared` where it stands before an enumeration. */
export interface Noun {
  readonly type: string;
  readonly span: Span;
  readonly guess: boolean;
  readonly shared: boolean;
}

/** A noun and a bare number ("Kết luận số 01"): names a document only through a fuller mention elsewhere. */
export interface ShortMention extends Surroundings {
  readonly kind: 'short';
  readonly span: Span;
  readonly type: string;
  readonly number: string;
  /** True for "NQ57" and the like, which can mean other things than a document. */
  readonly abbreviated: boolean;
}

/** Resolutions named by their plenum ("Nghị quyết Trung ương 4 (khóa XI, XII)"): one for each plenum and term. */
export interface PlenumMention extends Surroundings {
  readonly kind: 'plenum';
  readonly span: Span;
  readonly plenums: readonly number[];
  readonly terms: readonly string[];
}

export type CitationMention = NumberedMention | ShortMention | PlenumMention;

/** A declared short name ("sau đây gọi tắt là …"); `span` covers the name itself. */
export interface AliasMention {
  readonly alias: string;
  readonly span: Span;
}
