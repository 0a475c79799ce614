import type { estypes } from '@elastic/elasticsearch';
import { writtenSymbol } from '#services/analysis/symbols.ts';
import { type Answer, askWhole } from './answers.ts';
import type { Connection } from './connection.ts';
import { termsOf } from './facets.ts';

/** Characters that mean something in Lucene's regular expressions, all of which are on in `include`. */
const special = /[.?+*|{}[\]()"\\#@&<>~^$-]/gu;

/** How much of what is typed the server looks at, in UTF-16 code units: it takes expressions of up to 1000 (index.max_regex_length). */
const longestLooked = 400;

/**
 * The values of `symbols` (written form, folded form, key, parted by tabs) of numbers that begin with what is typed so far. A number's leading zeros
 * may be left out, as its folded form has none; those typed bind.
 */
export function keysRequest(prefix: string, limit: number, order: 'written' | 'count' = 'written'): estypes.SearchRequest {
  const written = writtenSymbol(prefix);
  const looked = written.slice(0, longestLooked).replace(special, String.raw`\$&`);
  const include = `${/^(?:[1-9]|0(?!\d))/u.test(written) ? '0*' : ''}${looked}.*`;
  return {
    size: 0,
    track_total_hits: false,
    query: { bool: { filter: [{ regexp: { symbols: { value: include } } }] } },
    aggs: {
      symbols: { terms: { field: 'symbols', include, size: limit, ...(order === 'written' ? { order: { _key: 'asc' as const } } : {}) } },
    },
  };
}

/** Keys that begin with what is typed so far, its zeros written or left out, in order of their written form. */
export async function keys(connection: Connection, prefix: string, limit: number): Promise<string[]> {
  return (await countedKeys(connection, prefix, limit, 'written')).map(({ key }) => key);
}

/** As `keys`, or the most frequent ones, each with the number of documents that hold it. */
async function countedKeys(
  connection: Connection,
  prefix: string,
  limit: number,
  order: 'written' | 'count',
): Promise<{ readonly key: string; readonly count: number }[]> {
  if (limit === 0) return [];
  return keysOf(await askWhole(connection, { ...keysRequest(prefix, limit, order), index: connection.documents }), prefix);
}

/** The keys that an answer to `keysRequest` tells. */
export function keysOf(answer: Answer, prefix: string): { readonly key: string; readonly count: number }[] {
  const begun = writtenSymbol(prefix);
  return termsOf(answer, 'symbols')
    .values.map(({ value, count }) => ({ value, count }))
    .sort((a, b) => (a.value < b.value ? -1 : 1))
    .map(({ value, count }) => ({ parts: value.split('\t'), count }))
    .filter(({ parts: [written, folded] }) => written?.startsWith(begun) || folded?.startsWith(`n${begun}`))
    .map(({ parts: [, , key = ''], count }) => ({ key, count }));
}
