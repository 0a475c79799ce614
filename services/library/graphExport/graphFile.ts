import type { Graph } from '../shapes.ts';

/** What a file tells of how it came about. */
export interface About {
  /** What was asked, line by line, in Vietnamese. */
  readonly asked: readonly string[];
  readonly made: Date;
  /** Version of the extraction that read the documents. */
  readonly pipeline: string;
}

/** A graph to be written into a file. */
export interface GraphFile {
  readonly graph: Graph;
  /** Addresses of the works by their ids. */
  readonly addresses: ReadonlyMap<string, string>;
  readonly about: About;
}
