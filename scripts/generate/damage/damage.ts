import type { Random } from '../random.ts';

/** Words that a damage leaves as they are (UTF-16 code units, end exclusive). */
export interface Spared {
  readonly start: number;
  readonly end: number;
}

/**
 * One way in which texts come to harm between the office and us. A careful reader of the damaged text still finds what the truth says:
 * a damage that takes words away leaves the words alone that name documents (`spared`), so that the truth need not change.
 */
export interface Damage {
  readonly name: string;
  /** Misread letters, which no reader can put right every time. */
  readonly ocr: boolean;
  readonly damage: (text: string, random: Random, spared: readonly Spared[]) => string;
}

/** Every line of the text changed by itself. */
export function byLine(text: string, change: (line: string, index: number) => string): string {
  return text.split('\n').map(change).join('\n');
}

/** A line that holds two columns or a table's row, or nothing. */
export function isTabular(line: string): boolean {
  return line.trim() === '' || line.startsWith('|') || /\S\s{3,}\S/u.test(line);
}

/** Long lines broken at spaces after at most `width` letters; lines of two columns stay. */
export function wrapped(text: string, width: () => number): string {
  return byLine(text, (line) => {
    if (isTabular(line) || line.length <= width()) return line;
    let column = 0;
    return line
      .split(' ')
      .map((word, index) => {
        const breaks = index > 0 && column + word.length > width();
        column = breaks ? word.length : column + word.length + 1;
        return index === 0 ? word : `${breaks ? '\n' : ' '}${word}`;
      })
      .join('');
  });
}
