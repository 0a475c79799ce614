import { Failure, type FailureCode, type FailureDetail } from '#ingest/model/failure.ts';
import type { Store } from '#services/store/port.ts';
import type { SqliteOptions } from '../connection.ts';

/** What a thread opens when it starts. */
export type Opening = SqliteOptions;

/** The methods of a store that are one question and one answer. */
export type Method = Exclude<keyof Store, 'scan' | 'close'>;

/** A question to a thread; `open` asks whether the index could be opened, `scan` begins a walk, `step` takes what comes next of it; `close` closes it. */
export type Question =
  | { readonly kind: 'ask'; readonly method: Method; readonly given: readonly unknown[] }
  | { readonly kind: 'open' }
  | { readonly kind: 'scan'; readonly query: unknown }
  | { readonly kind: 'step' }
  | { readonly kind: 'close' };

/** A thread answers its questions in their order. A failure crosses by its parts, as a class does not survive the way. */
export type Answer =
  | { readonly value: unknown }
  | { readonly code: FailureCode; readonly detail: string | null; readonly details: readonly FailureDetail[] };

export function answered(answer: Answer): unknown {
  if ('value' in answer) return answer.value;
  throw new Failure(answer.code, answer.detail, { details: answer.details });
}
