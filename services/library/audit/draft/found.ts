import type { Span } from '#ingest/model/span.ts';
import type { DraftCode } from '../../shapes.ts';
import type { RawSide } from '../raw.ts';

/** What is found in a draft, before the words of the collection are looked up. */
export interface Found {
  readonly code: DraftCode;
  /** Key of the citation that it is about; null where it is about the draft as a whole. */
  readonly citation: string | null;
  readonly span: Span | null;
  readonly works: readonly string[];
  /** What the draft itself says, where that stands against something; told before the sides of the collection. */
  readonly drafted: { readonly value: string; readonly span: Span } | null;
  readonly sides: readonly RawSide[];
  readonly message: string;
  readonly messageVi: string;
  readonly proposal: string | null;
  readonly proposalVi: string | null;
}
