import { Failure } from '#ingest/model/failure.ts';
import { cursorTo, placeOfCursor } from '#services/store/cursors.ts';

/** The steps of an audit, in their order: works by symbol, with their links; rings of links; texts by document. */
export const stages = ['works', 'rings', 'texts'] as const;
export type Stage = (typeof stages)[number];

/** A place in an audit: behind `after` (a symbol or the id of a document) of a stage, `skip` findings further. */
export interface Place {
  readonly stage: Stage;
  readonly after: string | null;
  readonly skip: number;
}

export const start: Place = { stage: 'works', after: null, skip: 0 };

export function cursorOf({ stage, after, skip }: Place): string {
  return cursorTo([stage, after, skip]);
}

/** @throws Failure `bad-request` for a cursor that no answer gave. */
export function placeIn(cursor: string): Place {
  const parts = placeOfCursor(cursor);
  if (Array.isArray(parts) && parts.length === 3) {
    const [stage, after, skip] = parts as unknown[];
    const known = stages.find((one) => one === stage);
    if (known !== undefined && (after === null || typeof after === 'string') && Number.isSafeInteger(skip) && (skip as number) >= 0)
      return { stage: known, after, skip: skip as number };
  }
  throw new Failure('bad-request', 'The cursor is none that an answer gave.');
}
