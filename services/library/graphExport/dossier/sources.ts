/** The file that a document held was read from. */
export interface SourceOfWords {
  readonly id: string;
  readonly name: string;
  /** SHA-256 of its bytes, lower-case hex. */
  readonly hash: string;
  /** Version of the extraction that read it. */
  readonly pipeline: string;
}

/** Documents by their ids. */
export type Sources = ReadonlyMap<string, SourceOfWords>;
