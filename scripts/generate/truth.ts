import type { Relation } from '#ingest/model/relation.ts';
import type { Annotation } from '../evaluate/annotation.ts';

/** One place that names a cited document, in the undamaged text (UTF-16 code units, end exclusive). `key` as in the citation. */
export interface MentionPlace {
  readonly key: string;
  readonly start: number;
  readonly end: number;
  readonly form: 'full' | 'number' | 'alias' | 'plenum';
  readonly relation: Relation;
  /** What these words state of the document. */
  readonly date: string | null;
  readonly issuer: string | null;
  readonly term: string | null;
}

export interface TrueDeadline {
  readonly text: string;
  readonly end: string | null;
  readonly recurs: string | null;
}

export interface TrueTask {
  readonly quote: string;
  readonly assignees: readonly string[];
  readonly coordinators: readonly string[];
  readonly deadlines: readonly TrueDeadline[];
}

/** What a careful reader finds in a generated document: the form of the gold annotations, and each mention's exact place. */
export interface Truth extends Annotation {
  readonly document: Annotation['document'] & { readonly dateSource: 'header' | 'meeting' | null };
  readonly signatures: readonly { readonly capacity: string | null; readonly position: string | null; readonly name: string }[];
  readonly tasks: readonly TrueTask[];
  readonly places: readonly MentionPlace[];
}

export interface GeneratedDocument {
  readonly name: string;
  readonly text: string;
  readonly truth: Truth;
}
