import { JaroWinklerDistance } from 'natural/lib/natural/distance/index.js';
import { Failure } from '#ingest/model/failure.ts';
import { comparableKey } from '#ingest/model/sameness.ts';
import { foldedSymbol } from '#services/analysis/symbols.ts';
import { parseQuery } from '#services/query/parse.ts';
import type { DocumentSummary, Store } from '#services/store/port.ts';

/** What a reader named: a held document, one work, or all works that bear a number. */
export type Ref =
  | { readonly kind: 'document'; readonly summary: DocumentSummary }
  | { readonly kind: 'work'; readonly id: string; readonly symbol: string }
  | { readonly kind: 'number'; readonly key: string };

/** Reads `ref`: the id of a document, the id of a work, or a number in any written form. Whether anything bears the number is not known yet. */
export async function readRef(index: Store, ref: string): Promise<Ref> {
  const trimmed = ref.trim();
  const id = trimmed.startsWith('doc:') ? trimmed.slice('doc:'.length) : trimmed;
  if (/^[0-9a-f]{16}$/u.test(id)) {
    const [summary] = await index.summaries([id]);
    if (summary !== undefined) return { kind: 'document', summary };
  }
  const symbol = symbolInWorkId(trimmed);
  if (symbol !== null) return { kind: 'work', id: trimmed, symbol };
  return { kind: 'number', key: numberIn(trimmed) };
}

/** The symbol within a work's id; null where the text is no such id. */
function symbolInWorkId(id: string): string | null {
  const at = id.indexOf('@');
  return at > 0 ? id.slice(0, at) : null;
}

function numberIn(ref: string): string {
  try {
    // "Kết luận số 01-KL/TW" holds one whole number among its words.
    const keys = parseQuery(ref).terms.flatMap((term) =>
      term.kind === 'symbol' && term.token === foldedSymbol(term.key) ? [term.key] : [],
    );
    if (keys[0] !== undefined && keys.length === 1) return keys[0];
  } catch (thrown) {
    if (!(thrown instanceof Failure)) throw thrown;
  }
  // A plenum's resolution ("NQTW4/XII") is no number by its form, but bears a key of this spelling.
  return comparableKey(ref);
}

/** `not-found` that names the known numbers nearest to what was asked for. */
export async function notFound(index: Store, asked: string, why = 'Nothing is known under'): Promise<Failure> {
  const near = await nearest(index, asked);
  const hint = near.length === 0 ? '' : ` Near it: ${near.join(', ')}.`;
  return new Failure('not-found', `${why} ${JSON.stringify(asked.slice(0, 100))}.${hint}`);
}

/** The store gives at most this many keys at once; numbers that begin alike come first, as a slip of the last digit is the commonest. */
const looked = 1000;
const mostNamed = 5;
const near = 0.8;

/** Known numbers that are written nearly as what was asked for, the nearest first. */
export async function nearest(index: Pick<Store, 'keys'>, asked: string, limit = mostNamed): Promise<readonly string[]> {
  const wanted = comparableKey(asked.slice(0, 50));
  const digits = /^\d{1,6}/u.exec(asked.trim())?.[0] ?? '';
  const prefixes = new Set([digits, digits.slice(0, -1), '']);
  const keys = new Set((await Promise.all([...prefixes].map((prefix) => index.keys(prefix, looked)))).flat());
  return [...keys]
    .map((key) => ({ key, nearness: JaroWinklerDistance(wanted, comparableKey(key)) }))
    .filter(({ nearness }) => nearness >= near)
    .sort((a, b) => b.nearness - a.nearness || (a.key < b.key ? -1 : 1))
    .slice(0, limit)
    .map(({ key }) => key);
}
