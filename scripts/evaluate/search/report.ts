import type { Compared } from './evaluate.ts';
import { kinds } from './judged.ts';
import { type Answered, byKind, depth, type Figures, figuresOf, inWords, lossWithoutAccents, ndcg } from './measures.ts';

/** What is wanted of our search on a set of judged queries. */
export const wanted = { number: 1, ndcg: 0.85, lead: 0.15, loss: 0.03 } as const;

/** A line for each kind of query, the whole, and what is wanted of it. */
export function lines({ own, yardstick }: Compared): string[] {
  const [ours, theirs] = [byKind(own), byKind(yardstick)];
  const { loss, pairs } = lossWithoutAccents(own);
  const [words, plain] = [figuresOf(inWords(own)), figuresOf(inWords(yardstick))];
  const number = ours.get('number');
  return [
    '                      queries   nDCG@10   success@1      plain BM25: nDCG@10   success@1',
    ...kinds.flatMap((kind) => {
      const figures = ours.get(kind);
      return figures === undefined ? [] : [row(kind, figures, theirs.get(kind))];
    }),
    row('all', figuresOf(own), figuresOf(yardstick)),
    row('without field, boolean', words, plain),
    '',
    ...(number === undefined ? [] : [told('success@1 of queries by number', number.success, `${wanted.number.toFixed(3)}`)]),
    told('nDCG@10 of all queries', figuresOf(own).ndcg, `${wanted.ndcg.toFixed(3)} or more`),
    told('nDCG@10 above plain BM25, queries of words alone', words.ndcg - plain.ndcg, `${wanted.lead.toFixed(3)} or more`),
    told(`nDCG@10 lost without accents (${pairs} pairs)`, loss, `${wanted.loss.toFixed(3)} or less`),
  ];
}

function row(name: string, ours: Figures, theirs: Figures | undefined): string {
  const of = (figures: Figures | undefined, value: 'ndcg' | 'success') => (figures?.[value] ?? Number.NaN).toFixed(3);
  return `${name.padEnd(23)} ${String(ours.queries).padStart(5)} ${of(ours, 'ndcg').padStart(9)} ${of(ours, 'success').padStart(11)} ${of(theirs, 'ndcg').padStart(24)} ${of(theirs, 'success').padStart(11)}`;
}

const told = (what: string, value: number, aim: string) => `${what.padEnd(50)} ${value.toFixed(3).padStart(7)}   wanted: ${aim}`;

/** Queries that are not answered as well as they could be, the worst first, with what came and what was wanted instead. */
export function misses(answers: readonly Answered[]): string[] {
  return answers
    .map((answered) => ({ answered, value: ndcg(answered) }))
    .filter(({ value }) => value < 0.9)
    .sort((a, b) => a.value - b.value)
    .flatMap(({ answered, value }) => [`${value.toFixed(3)}  ${answered.judged.kind}  ${answered.judged.query}`, ...instead(answered)]);
}

function instead({ judged, names, refused }: Answered): string[] {
  const came = names.slice(0, depth).map((name) => `${judged.grades.get(name) ?? '-'} ${name}`);
  const lacking = [...judged.grades].filter(([name]) => !names.includes(name)).sort(([, a], [, b]) => b - a);
  return [
    ...(refused === null ? [] : [`       refused: ${refused}`]),
    `       came: ${came.join(', ') || 'nothing'}`,
    ...(lacking.length === 0 ? [] : [`       lacking: ${lacking.map(([name, grade]) => `${grade} ${name}`).join(', ')}`]),
  ];
}
