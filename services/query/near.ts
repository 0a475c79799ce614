import { compoundsOf } from '#services/analysis/compounds.ts';
import type { Level } from './level.ts';
import { matchAt } from './matchAt.ts';
import type { AskedTerm, QueryWord } from './query.ts';
import type { Reader } from './reader.ts';
import { wordsAsTyped } from './typing.ts';
import { oneSided, wrongQuery } from './wrong.ts';

const farthest = 100;
const space = /\s/u;
const nearness = /(?:gần|gan|near)[/~](?<distance>\d{1,6})(?=[\s("“”„«»]|$)/iuy;

/** How many other words may stand between, as an operator that was read at `at` tells. @throws Failure `bad-query` for too many. */
export function distanceOf(found: RegExpExecArray, at: number): number {
  const distance = Number(found.groups?.['distance']);
  if (distance <= farthest) return distance;
  const span = { start: at, end: at + found[0].length };
  throw wrongQuery({
    span,
    english: `words are near where at most ${farthest} others stand between them.`,
    vietnamese: `khoảng cách tối đa là ${farthest} từ.`,
    proposal: found[0].replace(/\d+/u, String(farthest)),
  });
}

/** Words near one another; of one word, the word. None of none. */
export function nearTerm(reader: Reader, words: readonly QueryWord[], distance: number): AskedTerm[] {
  const different = distinct(words);
  const [word] = different;
  if (word === undefined) return [];
  const term: AskedTerm = different.length === 1 ? { kind: 'word', word } : { kind: 'near', words: different, distance };
  reader.typed(term);
  return [term];
}

/** `a GẦN/5 b`: what stands next to it on either side is a phrase in quotation marks, a compound of the lexicon, or one word. */
export function near(level: Level): boolean {
  const { reader, end } = level;
  const at = reader.at;
  const found = matchAt(nearness, reader.text, at);
  if (found === null) return false;
  const distance = distanceOf(found, at);
  const span = { start: at, end: at + found[0].length };
  const left = leftSide(level);
  if (left.length === 0) throw oneSided(span, reader.text, 'before', 'trước');
  reader.at = span.end;
  while (reader.at < end && space.test(reader.text.charAt(reader.at))) reader.at++;
  const right = rightSide(level);
  if (right.length === 0) throw oneSided(span, reader.text, 'after', 'sau');
  for (const side of [left, right]) if (side.length > 1) level.add({ kind: 'phrase', words: side });
  level.add(...nearTerm(reader, [...left, ...right], distance));
  level.operand = right;
  return true;
}

function leftSide(level: Level): readonly QueryWord[] {
  const { run, reader } = level;
  if (run === null) return level.operand ?? [];
  const words = reader.wordsFrom(run.start, run.end);
  const last = words.exact.length - 1;
  const compound = compoundsOf(words.exact).at(-1);
  const first = compound?.last === last ? compound.first : last;
  const side = wordsAsTyped(words, reader.typing, false).slice(first);
  level.flush(run.start + (words.starts[first] ?? 0));
  return side;
}

function rightSide(level: Level): readonly QueryWord[] {
  const { reader, end } = level;
  const start = reader.at;
  const close = reader.pairs.quotes.get(start);
  if (close !== undefined && close < end) {
    reader.at = close + 1;
    return wordsAsTyped(reader.wordsFrom(start + 1, close), reader.typing, true);
  }
  const words = reader.wordsFrom(start, end);
  if (words.starts[0] !== 0) return [];
  const [compound] = compoundsOf(words.exact);
  const last = compound?.first === 0 ? compound.last : 0;
  reader.at = start + (words.ends[last] ?? 0);
  return wordsAsTyped(words, reader.typing, false, 0, last);
}

/** Each of these once, those of the same form being the same. */
export function distinct<T>(things: readonly T[]): T[] {
  return [...new Map(things.map((thing) => [JSON.stringify(thing), thing])).values()];
}
