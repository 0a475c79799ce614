import type { QueryFilters } from '#services/query/query.ts';
import type { StoredDocument } from '#services/store/port.ts';

/** A question as a reader types it, and the same for a bare engine: its words, or words side by side. */
export interface Question {
  readonly kind: string;
  readonly typed: string;
  readonly filters: QueryFilters;
  readonly words: readonly string[];
  readonly phrase: boolean;
}

/** What is counted of a collection while it goes by, so that questions can be made of its own words. */
export interface Gathering {
  /** Documents in which a lower-case word stands. */
  readonly frequencies: Map<string, number>;
  readonly examples: Example[];
  documents: number;
}

interface Example {
  readonly words: readonly string[];
  readonly text: string;
  readonly number: string | null;
  readonly type: string | null;
  readonly year: string | null;
}

const letters = /\p{L}+/gu;

export function gathering(): Gathering {
  return { frequencies: new Map(), examples: [], documents: 0 };
}

/** `every`: one document of so many is kept as an example. */
export function gather(into: Gathering, documents: readonly StoredDocument[], every: number): void {
  for (const { record } of documents) {
    const words = [...new Set(record.text.toLowerCase().match(letters))];
    for (const word of words) into.frequencies.set(word, (into.frequencies.get(word) ?? 0) + 1);
    if (into.documents++ % every === 0) {
      const { number, type, date } = record.document;
      into.examples.push({ words, text: record.text, number, type, year: date?.slice(0, 4) ?? null });
    }
  }
}

/** A few hundred questions of all kinds, the same for the same collection: rare and frequent words, one to six, phrases, with accents or without, numbers, filters. */
export function questionsFrom({ frequencies, examples, documents }: Gathering, seed = 1): Question[] {
  const random = seeded(seed);
  const among = <T>(values: readonly T[]): T => values[Math.floor(random() * values.length)]!;
  const share = (word: string) => (frequencies.get(word) ?? 0) / documents;
  const frequent = [...frequencies.keys()].filter((word) => share(word) > 0.3).sort();
  const rare = [...frequencies.keys()].filter((word) => share(word) < 0.01).sort();
  const several = (count: number, from: readonly string[]): string[] => {
    const chosen = new Set<string>();
    for (let tries = 0; chosen.size < Math.min(count, from.length) && tries < 1000; tries++) chosen.add(among(from));
    return [...chosen];
  };
  const window = (count: number): string[] => {
    const lines = among(examples)
      .text.split(/[\n.,;:()“”"]/u)
      .map((line) => line.match(/[\p{L}\p{N}]+/gu) ?? []);
    const long = lines.filter((words) => words.length >= count && words.every((word) => /^\p{L}+$/u.test(word)));
    const words = long.length === 0 ? several(count, frequent) : among(long);
    const from = Math.floor(random() * (words.length - count + 1));
    return words.slice(from, from + count);
  };
  const of = (kind: string, words: readonly string[], more: Partial<Question> = {}): Question => {
    const phrase = more.phrase ?? false;
    return { kind, typed: phrase ? `"${words.join(' ')}"` : words.join(' '), filters: {}, words, phrase, ...more };
  };
  const times = (count: number, make: () => Question): Question[] => Array.from({ length: count }, make);
  const mixed = (count: number) => several(count, among(examples).words);
  const numbered = examples.filter(({ number }) => number !== null);
  return [
    ...times(25, () => of('one frequent word', several(1, frequent))),
    ...(rare.length === 0 ? [] : times(25, () => of('one rare word', several(1, rare)))),
    ...times(30, () => of('two words', mixed(2))),
    ...times(30, () => of('three and four words', mixed(3 + Math.floor(random() * 2)))),
    ...times(30, () => of('five and six words', mixed(5 + Math.floor(random() * 2)))),
    ...times(20, () => of('four frequent words', several(4, frequent))),
    ...times(40, () => of('words of a sentence', window(2 + Math.floor(random() * 4)))),
    ...times(40, () => of('words without accents', window(2 + Math.floor(random() * 4)).map(withoutAccents))),
    ...times(30, () => of('phrases', window(2 + Math.floor(random() * 3)), { phrase: true })),
    ...times(20, () => of('phrases without accents', window(2 + Math.floor(random() * 2)).map(withoutAccents), { phrase: true })),
    ...(numbered.length === 0 ? [] : times(30, () => asNumber(among(numbered).number!))),
    ...times(30, () => {
      const { type, year } = among(examples);
      return of('filtered', mixed(2), { filters: { ...(type === null ? {} : { type }), ...(year === null ? {} : { year }) } });
    }),
  ];
}

function asNumber(number: string): Question {
  return { kind: 'numbers', typed: number, filters: {}, words: number.match(/[\p{L}\p{N}]+/gu) ?? [], phrase: true };
}

export function withoutAccents(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').replace(/đ/gu, 'd').replace(/Đ/gu, 'D');
}

/** Mulberry32. */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
