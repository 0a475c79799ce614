import type { AnnotatedTask, Annotation } from './annotation.ts';
import { alike, holds, key, words } from './likeness.ts';

/** Right, too many, missed. */
export interface Tally {
  right: number;
  spurious: number;
  missed: number;
}

export const measures = [
  'header',
  'signatures',
  'recipients',
  'aliases',
  'citations',
  'mentions',
  'citation.type',
  'citation.date',
  'citation.issuer',
  'citation.term',
  'citation.relation',
  'attested',
  'tasks',
  'deadlines',
  'assignees',
] as const;
export type Measure = (typeof measures)[number];
export type Scores = Record<Measure, Tally>;

export interface Miss {
  readonly file: string;
  readonly what: string;
  readonly gold: unknown;
  readonly found: unknown;
}

/** Compares what was found with the gold annotations, document by document. Measures as `gold/README.md` and its scoring program define them. */
export function score(
  gold: readonly Annotation[],
  found: ReadonlyMap<string, Annotation>,
): { scores: Scores; misses: Miss[]; byDocument: ReadonlyMap<string, Scores> } {
  const sums = nothingCounted();
  const misses: Miss[] = [];
  const byDocument = new Map<string, Scores>();
  for (const truth of gold) {
    const scores = nothingCounted();
    const miss = (what: string, expected: unknown, seen: unknown) => misses.push({ file: truth.file, what, gold: expected, found: seen });
    const seen = found.get(truth.file) ?? nothing(truth.file);
    header(truth, seen, scores.header, miss);
    lists(truth, seen, scores, miss);
    citations(truth, seen, scores, miss);
    tasks(truth, seen, scores, miss);
    byDocument.set(truth.file, scores);
    for (const measure of measures) {
      sums[measure].right += scores[measure].right;
      sums[measure].spurious += scores[measure].spurious;
      sums[measure].missed += scores[measure].missed;
    }
  }
  return { scores: sums, misses, byDocument };
}

function nothingCounted(): Scores {
  return Object.fromEntries(measures.map((name) => [name, { right: 0, spurious: 0, missed: 0 }])) as Scores;
}

export function f1({ right, spurious, missed }: Tally): number {
  const total = 2 * right + spurious + missed;
  return total === 0 ? 1 : (2 * right) / total;
}

type Note = (what: string, expected: unknown, seen: unknown) => void;

function header(truth: Annotation, seen: Annotation, tally: Tally, miss: Note): void {
  for (const field of ['type', 'number', 'issuer', 'place', 'date', 'title'] as const) {
    const [a, b] = [truth.document[field] ?? null, seen.document[field] ?? null];
    const same =
      field === 'type' || field === 'number' ? key(a) === key(b) : field === 'date' ? a === b : alike(a, b, field === 'title' ? 0.8 : 0.85);
    count(tally, a, b, same, () => miss(`header.${field}`, a, b));
  }
}

function lists(truth: Annotation, seen: Annotation, scores: Scores, miss: Note): void {
  const attestedKey = (edge: Annotation['attested'][number]) => `${key(edge.from)} ${edge.relation} ${key(edge.to)}`;
  pair(
    truth.signatures,
    seen.signatures,
    (a, b) => words(a.name).join(' ') === words(b.name).join(' ') && alike(a.position, b.position),
    scores.signatures,
    'signature',
    miss,
  );
  pair(truth.recipients, seen.recipients, (a, b) => alike(a, b), scores.recipients, 'recipient', miss);
  pair(
    truth.aliases,
    seen.aliases,
    (a, b) => words(a.alias).join(' ') === words(b.alias).join(' ') && key(a.for) === key(b.for),
    scores.aliases,
    'alias',
    miss,
  );
  pair(truth.attested, seen.attested, (a, b) => attestedKey(a) === attestedKey(b), scores.attested, 'attested', miss);
}

function citations(truth: Annotation, seen: Annotation, scores: Scores, miss: Note): void {
  const { pairs, missed, spurious } = pair(
    truth.citations,
    seen.citations,
    (a, b) => key(a.key) === key(b.key),
    scores.citations,
    'citation',
    miss,
  );
  for (const [a, b] of pairs) {
    for (const field of ['type', 'date', 'issuer', 'term', 'relation'] as const) {
      const [x, y] = [a[field] ?? null, b[field] ?? null];
      count(scores[`citation.${field}`], x, y, field === 'issuer' ? alike(x, y) : x === y, () => miss(`${field} of ${a.key}`, x, y));
    }
    scores.mentions.right += Math.min(a.mentions, b.mentions);
    scores.mentions.spurious += Math.max(0, b.mentions - a.mentions);
    scores.mentions.missed += Math.max(0, a.mentions - b.mentions);
    if (a.mentions !== b.mentions) miss(`mentions of ${a.key}`, a.mentions, b.mentions);
  }
  for (const citation of missed) scores.mentions.missed += citation.mentions;
  for (const citation of spurious) scores.mentions.spurious += citation.mentions;
}

function tasks(truth: Annotation, seen: Annotation, scores: Scores, miss: Note): void {
  const { pairs, missed, spurious } = pair(
    truth.tasks,
    seen.tasks,
    (a, b) => holds(b.text ?? b.quote ?? '', a.quote ?? ''),
    scores.tasks,
    'task',
    miss,
  );
  const nobody: AnnotatedTask = { assignees: [], deadlines: [] };
  for (const [a, b] of [...pairs, ...missed.map((task) => [task, nobody] as const)]) {
    const of = `of “${(a.quote ?? '').slice(0, 40)}”`;
    pair(a.deadlines, b.deadlines, (x, y) => x.end === y.end && x.recurs === y.recurs, scores.deadlines, `deadline ${of}`, miss);
    pair(a.assignees, b.assignees, (x, y) => alike(x, y, 0.75), scores.assignees, `assignee ${of}`, miss);
  }
  for (const task of spurious) scores.deadlines.spurious += task.deadlines.length;
}

function count(tally: Tally, gold: unknown, found: unknown, same: boolean, miss: () => void): void {
  if (gold === null && found === null) return;
  if (same) {
    tally.right += 1;
    return;
  }
  if (found !== null) tally.spurious += 1;
  if (gold !== null) tally.missed += 1;
  miss();
}

/** Greedy one-to-one matching, in order. */
function pair<T>(
  gold: readonly T[],
  found: readonly T[],
  same: (a: T, b: T) => boolean,
  tally: Tally,
  what: string,
  miss: Note,
): { pairs: [T, T][]; missed: T[]; spurious: T[] } {
  const rest = [...found];
  const pairs: [T, T][] = [];
  const missed: T[] = [];
  for (const item of gold) {
    const at = rest.findIndex((candidate) => same(item, candidate));
    if (at === -1) missed.push(item);
    else pairs.push([item, rest.splice(at, 1)[0]!]);
  }
  tally.right += pairs.length;
  tally.missed += missed.length;
  tally.spurious += rest.length;
  for (const item of missed) miss(`${what} missed`, item, null);
  for (const item of rest) miss(`${what} spurious`, null, item);
  return { pairs, missed, spurious: rest };
}

function nothing(file: string): Annotation {
  return {
    file,
    document: { type: null, number: null, issuer: null, place: null, date: null, title: null },
    signatures: [],
    recipients: [],
    aliases: [],
    citations: [],
    attested: [],
    tasks: [],
  };
}
