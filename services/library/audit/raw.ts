import type { Severity } from '#ingest/model/finding.ts';
import type { Span } from '#ingest/model/span.ts';
import type { AuditCode } from '../shapes.ts';

/** Which words of a document a side shows: those that say its date, issuer or title, or that name it. */
export type Part = 'date' | 'issuer' | 'title' | 'type' | 'number';

/** One side of a finding before its words are looked up. */
export interface RawSide {
  readonly value: string | null;
  readonly own: boolean;
  /** How many documents say so; null where that is not what parts the sides. */
  readonly documents: number | null;
  /** By which ways of naming they say it; their speakers are looked up. */
  readonly namings?: { readonly part: Part; readonly ids: readonly string[]; readonly values: ReadonlySet<string> };
  /** A work whose date the value is: whoever says so is looked up. */
  readonly dateOf?: string;
  /** Places that are known already. */
  readonly places?: readonly { readonly document: string; readonly span: Span }[];
  /** A link whose first statements are shown. */
  readonly link?: { readonly from: string; readonly to: string };
}

/** A finding before the words of its sides are looked up: that is done for those that are told only. */
export interface RawFinding {
  readonly code: AuditCode;
  readonly severity: Severity;
  readonly works: readonly string[];
  readonly sides: readonly RawSide[];
  readonly message: string;
  readonly messageVi: string;
}

/** The symbol that the id of a work begins with. */
export function symbolIn(work: string): string {
  return work.split('@', 1)[0]!;
}
