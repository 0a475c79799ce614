import { comparableKey } from '#ingest/model/sameness.ts';
import { isFunctionWord } from '#services/analysis/functionWords.ts';
import { symbolKey, symbolsIn } from '#services/analysis/symbols.ts';
import { wordsIn } from '#services/analysis/words.ts';

/** What a title tells: the syllables that name something, folded, and the documents that it names by number. */
interface Told {
  readonly syllables: ReadonlySet<string>;
  readonly numbers: ReadonlySet<string>;
}

/** Syllables that open titles and tell nothing of their subject; folded. */
const opening = new Set('ve viec v thuc hien trien khai ban hanh to chuc mot so noi dung so ngay thang nam'.split(' '));
/** Fewer telling syllables than these are not compared: the title is cut. */
const least = 3;
/** Titles that share this part of the shorter one's syllables speak of the same. */
const shared = 0.5;
/** As much as this they must share where each names other documents. */
const sharedWithOtherNumbers = 0.8;

function told(title: string): Told {
  const words = wordsIn(title);
  const found = symbolsIn(words);
  const inNumber = new Set(found.flatMap(({ first, last }) => Array.from({ length: last - first + 1 }, (_, at) => first + at)));
  const syllables = words.folded.filter(
    (syllable, at) =>
      !inNumber.has(at) && !opening.has(syllable) && !/^\d+$/u.test(syllable) && !isFunctionWord({ text: syllable, exact: false }),
  );
  return { syllables: new Set(syllables), numbers: new Set(found.map(({ written }) => comparableKey(symbolKey(written)))) };
}

/**
 * Whether two wordings can be the title (trích yếu) of one document. Accents, a cut end, a left-out beginning and words that go on after the title do not tell them
 * apart. One that goes by another document's number ("thực hiện Chỉ thị số …") cannot be compared with one that names the subject itself.
 */
export function mayBeOneTitle(a: string, b: string): boolean {
  const [one, other] = [told(a), told(b)];
  const fewest = Math.min(one.syllables.size, other.syllables.size);
  if (fewest < least) return true;
  const common = [...one.syllables].filter((syllable) => other.syllables.has(syllable)).length / fewest;
  if (one.numbers.size > 0 && other.numbers.size > 0) {
    const isSame = [...one.numbers].some((number) => other.numbers.has(number));
    return isSame ? true : common >= sharedWithOtherNumbers;
  }
  return one.numbers.size > 0 || other.numbers.size > 0 || common >= shared;
}
