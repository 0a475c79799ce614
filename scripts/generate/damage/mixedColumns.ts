import type { Damage } from './damage.ts';

/** The two columns of the head and of the close read line by line across: recipients and signature in turns. */
export const mixedColumns: Damage = {
  name: 'mixed columns',
  ocr: false,
  damage: (text) => {
    const lines = text.split('\n').map((line) => line.replace(/(?<=\S) {3,}(?=\S)/gu, '\n'));
    const close = lines.findIndex((line) => /^(?:Nơi nhận|T[/.]?[MLUQ]|K[/.]?T[ .])/u.test(line));
    if (close < 0) return lines.join('\n');
    const end = lines
      .slice(close)
      .flatMap((line) => line.split('\n'))
      .filter((line) => line.trim() !== '');
    const left = end.filter((line) => /^(?:-|Nơi nhận)/u.test(line));
    const right = end.filter((line) => !/^(?:-|Nơi nhận)/u.test(line));
    const mixed = Array.from({ length: Math.max(left.length, right.length) }, (_, row) => [left[row], right[row]]).flat();
    return [...lines.slice(0, close), ...mixed.filter((line) => line !== undefined)].join('\n');
  },
};
