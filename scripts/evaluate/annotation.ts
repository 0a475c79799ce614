/** The form of the gold annotations, as far as the measures read it. */
export interface Annotation {
  readonly file: string;
  readonly document: Readonly<Record<'type' | 'number' | 'issuer' | 'place' | 'date' | 'title', string | null>>;
  readonly signatures: readonly { readonly position: string | null; readonly name: string | null }[];
  readonly recipients: readonly string[];
  readonly aliases: readonly { readonly alias: string; readonly for: string }[];
  readonly citations: readonly AnnotatedCitation[];
  readonly attested: readonly { readonly from: string; readonly relation: string; readonly to: string }[];
  readonly tasks: readonly AnnotatedTask[];
}

export interface AnnotatedCitation {
  readonly key: string;
  readonly type: string | null;
  readonly date: string | null;
  readonly issuer: string | null;
  readonly term: string | null;
  readonly mentions: number;
  readonly relation: string;
}

/** A gold task has a `quote` of its first words, a found one its whole `text`. */
export interface AnnotatedTask {
  readonly quote?: string;
  readonly text?: string;
  readonly assignees: readonly string[];
  readonly deadlines: readonly { readonly end: string | null; readonly recurs: string | null }[];
}
