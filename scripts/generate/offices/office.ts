import type { Code } from '../vocabulary/types.ts';

/** In what capacity and position somebody signs, and who speaks by it. */
export interface Signing {
  readonly capacity: string | null;
  readonly position: string | null;
  readonly speaker: string;
}

/** A body that issues documents, as its documents show it. */
export interface Office {
  readonly side: 'party' | 'state' | 'front' | 'youth';
  readonly level: 'central' | 'province' | 'district' | 'commune';
  /** Lines of the left head, in capitals. */
  readonly head: readonly string[];
  readonly place: string;
  /** The code at the end of its numbers. */
  readonly code: string;
  /** What a letter's number ends in, where it is not `-CV/CODE`: `UBND-KGVX`. */
  readonly letter: string | null;
  /** As others name it when they cite it. */
  readonly named: string;
  readonly codes: readonly Code[];
  readonly signings: readonly Signing[];
  /** Those on whom it lays duties. */
  readonly under: readonly string[];
  /** Those to whom it sends its documents first. */
  readonly above: readonly string[];
  readonly archive: string;
  /** The one who decides alone: a decision, a circular and a directive are his, not the body's. Absent where the body decides. */
  readonly chief?: string;
}
