import type { estypes } from '@elastic/elasticsearch';
import type { Decision } from '#services/works/decision.ts';
import type { Named, NamedSymbol } from '#services/works/work.ts';
import type { Answer } from '../answers.ts';
import { type Ask, countedIn, countingNested, mostTold } from './answer.ts';
import { decisionsIn, withDecisions } from './decisions.ts';
import { namingIn } from './entry.ts';

const path = 'namings';

/** The namings of these symbols, each with the number of documents that use it, and the decisions. */
function namedRequest(symbols: readonly string[], most: number): estypes.SearchRequest {
  // Without the table of all namings of the index, which is made anew whenever something was put.
  const terms = { field: 'namings.naming', size: most, execution_hint: 'map' } as const;
  return withDecisions(countingNested(path, [{ terms: { 'namings.symbol': [...symbols] } }], { terms }));
}

/** All that is said of these symbols, in their order. One request, and more only where they have more namings than one answer holds: `most`. */
export async function named(ask: Ask, symbols: readonly string[], most = mostTold): Promise<NamedSymbol[]> {
  if (symbols.length === 0) return [];
  const answer = await ask(namedRequest(symbols, most));
  const all = Map.groupBy(await namingsIn(ask, symbols, most, answer), ({ naming }) => naming.symbol);
  const decisions = Map.groupBy(decisionsIn(answer), ({ symbol }) => symbol);
  return symbols.map((symbol) => ({
    symbol,
    named: (all.get(symbol) ?? []).sort(byId),
    decisions: [...(decisions.get(symbol) ?? [])].sort(byId),
  }));
}

const byId = (a: Named | Decision, b: Named | Decision) => (a.id < b.id ? -1 : 1);

interface Bucket {
  readonly key: string;
  readonly doc_count: number;
}

async function namingsIn(ask: Ask, symbols: readonly string[], most: number, answer: Answer): Promise<Named[]> {
  const { buckets, rest } = countedIn<Bucket>(answer);
  if (rest === 0) return buckets.map(({ key, doc_count }) => namedAs(key, doc_count));
  const found: Named[] = [];
  for (let after: estypes.AggregationsCompositeAggregateKey | undefined; ; ) {
    const composite = { size: most, sources: [{ naming: { terms: { field: 'namings.naming' } } }], ...(after && { after }) };
    const page = await ask(countingNested(path, [{ terms: { 'namings.symbol': [...symbols] } }], { composite }));
    const { buckets: more } = countedIn<{ key: { naming: string }; doc_count: number }>(page);
    for (const { key, doc_count } of more) found.push(namedAs(key.naming, doc_count));
    after = more.at(-1)?.key;
    if (more.length < most) return found;
  }
}

function namedAs(text: string, documents: number): Named {
  return { ...namingIn(text), documents };
}
