import type { Library } from '#services/library/library.ts';
import { parseQuery } from '#services/query/parse.ts';
import type { Store } from '#services/store/port.ts';
import { p50, p99, print, type Row, table, told } from './figures.ts';
import type { Question } from './questions.ts';

/** One question to the bare engine, for its ten best. */
export type Bare = (question: Question) => unknown;

/** The first round warms both up and is not counted. */
const rounds = 4;

/** The ten best of ours, without facets and passages, beside the ten best of the bare engine. */
export async function topTen(store: Store, bare: Bare, questions: readonly Question[]): Promise<Row[]> {
  return await inTurns(`top ten, ${rounds - 1} times each, ms`, questions, bare, ({ typed, filters }) =>
    store.search(parseQuery(typed, filters), { from: 0, size: 10, facets: [] }),
  );
}

/** With facets and passages, as a reader has it. */
export async function whole(library: Pick<Library, 'search'>, bare: Bare, questions: readonly Question[]): Promise<void> {
  const rows = await inTurns(`with facets and passages, ${rounds - 1} times each, ms`, questions, bare, ({ typed, filters }) =>
    library.search(typed, filters, { from: 0, size: 10 }),
  );
  tellRatios(rows, '3.00 or less', '3.00 or less');
}

export function tellRatios(rows: readonly Row[], median: string, tail: string): void {
  const [ours, theirs] = [rows.flatMap((row) => row.ours), rows.flatMap((row) => row.bare)];
  told('median beside the bare one', (p50(ours) / p50(theirs)).toFixed(3), median);
  told('p99 beside the bare one', (p99(ours) / p99(theirs)).toFixed(3), tail);
}

/** What a reader types, letter by letter; the first round warms up here, too. */
export async function suggestions(store: Store, questions: readonly Question[]): Promise<void> {
  const times: number[] = [];
  const typing = questions
    .filter((_, at) => at % 3 === 0)
    .flatMap(({ typed }) => Array.from({ length: Math.min(12, typed.length) }, (_, at) => typed.slice(0, at + 1)));
  for (let round = 0; round < rounds; round++) {
    for (const begin of typing) {
      const begun = performance.now();
      await store.suggest(begin, 5);
      if (round > 0) times.push(performance.now() - begun);
    }
  }
  print();
  told(`suggestions (${times.length}): median, ms`, p50(times).toFixed(2), '');
  told('suggestions: p99, ms', p99(times).toFixed(2), '30.00 or less');
}

async function inTurns(
  title: string,
  questions: readonly Question[],
  bare: Bare,
  ours: (question: Question) => Promise<unknown>,
): Promise<Row[]> {
  const rows: Row[] = questions.map(({ kind }) => ({ kind, ours: [], bare: [] }));
  for (let round = 0; round < rounds; round++) {
    for (const [at, question] of questions.entries()) {
      const begun = performance.now();
      await ours(question);
      const between = performance.now();
      await bare(question);
      if (round === 0) continue;
      rows[at]!.ours.push(between - begun);
      rows[at]!.bare.push(performance.now() - between);
    }
  }
  print();
  table(title, 'bare', rows);
  return rows;
}
