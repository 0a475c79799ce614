import type { Damage } from './damage.ts';

/** Shapes that are taken for one another. A digit is never taken for another digit: nobody could tell. */
const shapes: Readonly<Record<string, readonly string[]>> = {
  '0': ['O', 'o'],
  '1': ['l', 'I'],
  '5': ['S'],
  '8': ['B'],
  '/': ['J', '|', 'l'],
  '-': ['–', '_', '~'],
  C: ['G', 'O'],
  O: ['0'],
  I: ['l', '1'],
  l: ['1', 'I'],
  T: ['1'],
  W: ['VV'],
  m: ['rn'],
  n: ['ri', 'u'],
  h: ['b', 'li'],
  c: ['e', 'o'],
  e: ['c'],
  i: ['l', 'ì'],
  g: ['q', '9'],
  Đ: ['D', 'Ð'],
  đ: ['d', 'đ'],
  ',': ['.'],
  '.': [','],
};
const tones = ['\u0300', '\u0301', '\u0309', '\u0303', '\u0323'] as const;

function misread(letter: string, next: () => number): string {
  const marks = [...letter.normalize('NFD')];
  if (marks.length > 1 && next() < 0.8) {
    const [base, ...rest] = marks;
    const tone = rest.findIndex((mark) => (tones as readonly string[]).includes(mark));
    if (next() < 0.5) return [base, ...rest.slice(0, -1)].join('').normalize('NFC');
    if (tone >= 0) return [base, ...rest.with(tone, tones[Math.floor(next() * tones.length)]!)].join('').normalize('NFC');
    return base!;
  }
  const others = shapes[letter];
  return others === undefined ? letter : others[Math.floor(next() * others.length)]!;
}

/** Confusions of optical character recognition: about one letter in sixty misread (`01-KLJTW`, `l44-QĐ/TW`, `NĐ-OP`), tones above all. */
export const ocr: Damage = {
  name: 'OCR confusions',
  ocr: true,
  damage: (text, random) =>
    text.replace(/\S/gu, (letter) => {
      if (!random.chance(1 / 60)) return letter;
      return misread(letter, random.next);
    }),
};
