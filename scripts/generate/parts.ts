import { capital } from './marks.ts';
import type { Random } from './random.ts';

/** Headings with one numbering through the document, and the numbers of what lies under them. */
export interface Parts {
  readonly heading: (words: string) => string;
  /** `1.`, or `4.1.` where the headings themselves are numbered with digits. */
  readonly number: (index: number) => string;
}

const romans = ['I', 'II', 'III', 'IV', 'V', 'VI'] as const;

export function partsOf(random: Random): Parts {
  const style = random.pick(['I-', 'I.', 'A.', '1.'] as const);
  let count = 0;
  return {
    heading: (words) => {
      const number = style === 'A.' ? 'ABCDEF'[count]! : style === '1.' ? String(count + 1) : romans[count]!;
      count += 1;
      return `${number}${style.at(-1)} ${style === '1.' ? capital(words.toLowerCase()) : words}`;
    },
    number: (index) => (style === '1.' && count > 0 ? `${count}.${index}.` : `${index}.`),
  };
}

/** Numbers of a list that stands in no part. */
export const loose: Parts = { heading: (words) => words, number: (index) => `${index}.` };

/** Items of one list: numbers, dashes, crosses or letters. `deep` ones lie under a numbered heading and are not numbered themselves. */
export function itemsOf(sentences: readonly string[], parts: Parts, random: Random, deep = false): string[] {
  const bullet = deep ? random.pick(['-', '-', '+', 'a)']) : random.pick(['1.', '-']);
  return sentences.map((sentence, index) => {
    const marker = bullet === '1.' ? parts.number(index + 1) : bullet === 'a)' ? `${'abcdeghiklm'[index]})` : bullet;
    return `${marker} ${sentence}`;
  });
}
