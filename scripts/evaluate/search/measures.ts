import type { Grade, JudgedQuery, Kind } from './judged.ts';

/** So many hits are looked at. */
export const depth = 10;

/** What an engine answered to a query: the first documents by name, best first. `refused` where it took it for an error. */
export interface Answered {
  readonly judged: JudgedQuery;
  readonly names: readonly string[];
  readonly refused: string | null;
}

export interface Figures {
  readonly queries: number;
  readonly ndcg: number;
  readonly success: number;
}

/**
 * Normalized discounted cumulative gain of the first ten (Järvelin and Kekäläinen 2002): a document of grade g is worth 2^g - 1, parted by the
 * binary logarithm of its place and one; 1 is the best order that the judged documents allow.
 */
export function ndcg({ judged, names }: Answered): number {
  const best = [...judged.grades.values()].sort((a, b) => b - a);
  return gain(names.map((name) => judged.grades.get(name) ?? 0)) / gain(best);
}

function gain(grades: readonly (Grade | 0)[]): number {
  return grades.slice(0, depth).reduce<number>((sum, grade, at) => sum + (2 ** grade - 1) / Math.log2(at + 2), 0);
}

/** Whether the first hit is one of the best documents that there are for the query. */
export function succeeds({ judged, names }: Answered): boolean {
  return names[0] !== undefined && judged.grades.get(names[0]) === Math.max(...judged.grades.values());
}

export function figuresOf(answers: readonly Answered[]): Figures {
  return { queries: answers.length, ndcg: mean(answers.map(ndcg)), success: mean(answers.map((answer) => (succeeds(answer) ? 1 : 0))) };
}

export function byKind(answers: readonly Answered[]): Map<Kind, Figures> {
  return new Map([...Map.groupBy(answers, ({ judged }) => judged.kind)].map(([kind, some]) => [kind, figuresOf(some)]));
}

/** Kinds that an engine without a query language of its own cannot be asked. */
const beyondWords: readonly Kind[] = ['field', 'boolean'];

/** The queries that any engine can be asked: those of words, without fields and signs. */
export function inWords(answers: readonly Answered[]): Answered[] {
  return answers.filter(({ judged }) => !beyondWords.includes(judged.kind));
}

/** How many pairs of the same query with accents and without there are, and how much nDCG the second lose on the average. */
export function lossWithoutAccents(answers: readonly Answered[]): { readonly pairs: number; readonly loss: number } {
  const by = new Map(answers.map((answer) => [answer.judged.query, answer]));
  const losses = answers.flatMap((bare) => {
    const accented = bare.judged.twin === null ? undefined : by.get(bare.judged.twin);
    return accented === undefined || hasAccents(bare.judged.query) ? [] : [ndcg(accented) - ndcg(bare)];
  });
  return { pairs: losses.length, loss: mean(losses) };
}

/** True for letters with a tone, a mark, or đ. */
export function hasAccents(text: string): boolean {
  return /[\p{M}đĐ]/u.test(text.normalize('NFD'));
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
