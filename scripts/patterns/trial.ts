import type { Answer } from './answers.ts';
import type { Pattern } from './collect.ts';

/**
 * A pattern tried in this very engine, on hostile strings made of itself and on those that recheck found. Its answer is how much the worst of them grew:
 * milliseconds for ten times the length, divided by those for the length.
 */
export interface Trial {
  readonly growth: number;
  /** Milliseconds for the longest string tried. */
  readonly longest: number;
  /** The beginning of the worst string. */
  readonly worst: string;
}

const short = 2_000;
const long = 20_000;

/**
 * Tries a pattern at two lengths, until one string grows more than `enough`. `singleBlanks`: no two blanks stand side by side in what it is given (repaired text), so neither do they in the strings.
 */
export function growthOf(pattern: Pattern, answer: Answer, singleBlanks: boolean, enough: number): Trial {
  const searched = new RegExp(pattern.source, pattern.flags);
  let worst: Trial = { growth: 0, longest: 0, worst: '' };
  for (const make of makers(pattern, answer, singleBlanks)) {
    const before = timeOf(searched, make(short));
    const after = timeOf(searched, make(long));
    // What is over within fifteen milliseconds at the greater length is not slow, however it grew (and a busy machine measures no less).
    const growth = after < 15 ? 0 : after / Math.max(before, 0.1);
    if (growth > worst.growth) worst = { growth, longest: after, worst: make(40) };
    if (growth > enough) break;
  }
  return worst;
}

/** Milliseconds that the worst string of at most `length` code units takes. */
export function timeAt(pattern: Pattern, answer: Answer, length: number): number {
  const searched = new RegExp(pattern.source, pattern.flags);
  return Math.max(...makers(pattern, answer, false).map((make) => timeOf(searched, make(length).slice(0, length))));
}

type Maker = (length: number) => string;

function makers(pattern: Pattern, answer: Answer, singleBlanks: boolean): Maker[] {
  const pumped: Maker[] = answer.status === 'vulnerable' ? [pumps(answer.attack)] : [];
  const own = pieces(pattern.source).flatMap((piece): Maker[] => [
    (length) => piece.repeat(Math.ceil(length / piece.length)),
    (length) => `${`${piece} `.repeat(Math.ceil(length / (piece.length + 1)))}\u0001`,
    (length) => `${piece}${'a '.repeat(Math.ceil(length / 2))}\u0001`,
  ]);
  const all = [...pumped, ...own];
  return singleBlanks ? all.map((make) => (length) => make(length).replace(/\s+/gu, ' ')) : all;
}

/** The string that recheck found, stretched to a length. */
function pumps({ pumps, suffix }: Extract<Answer, { status: 'vulnerable' }>['attack']): Maker {
  return (length) => {
    const times = Math.ceil(
      length /
        Math.max(
          1,
          pumps.reduce((sum, { pump }) => sum + pump.length, 0),
        ),
    );
    return pumps.map(({ prefix, pump }) => prefix + pump.repeat(times)).join('') + suffix;
  };
}

/** Words and signs that a pattern is made of, their beginnings, and letters of the classes it may hold; at most forty. */
function pieces(source: string): string[] {
  const bare = source.replace(/\\[pP]\{[^}]*\}|\\[a-zA-Z]|\(\?<\w+>|\(\?[:=!]|\(\?<[=!]/gu, '\u0000').replaceAll('\\', '');
  const words = bare.match(/[\p{L}\p{N}][\p{L}\p{N} ]*|[-–/.,;:()"“”|]/gu) ?? [];
  const distinct = [...new Set(words.flatMap((word) => (word.length > 2 ? [word, word.slice(0, -1)] : [word])))];
  const step = Math.max(1, Math.floor(distinct.length / 30));
  return [...distinct.filter((_, at) => at % step === 0), 'a', 'A', 'Đ', '1', ' ', '\n', 'a ', 'A ', '1 ', '1/'];
}

/** The best of three searches: what the machine does besides is not the pattern's doing. All matches are looked for where the pattern is global. */
function timeOf(pattern: RegExp, text: string): number {
  let best = Number.POSITIVE_INFINITY;
  for (let round = 0; round < 3; round++) {
    const begun = performance.now();
    if (pattern.global) for (const _ of text.matchAll(pattern));
    else {
      pattern.lastIndex = 0;
      pattern.test(text);
    }
    best = Math.min(best, performance.now() - begun);
    // A third look at what is slow beyond doubt tells nothing new.
    if (best > 300) break;
  }
  return best;
}
