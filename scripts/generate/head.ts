import { type Day, long } from './calendar.ts';
import type { Office } from './offices/office.ts';
import type { Random } from './random.ts';

/** The ways in which text extraction lays out the two columns of the head. */
export const layouts = ['side by side', 'interleaved', 'one after another', 'one line', 'after the type', 'none'] as const;
export type Layout = (typeof layouts)[number];

export interface HeadFacts {
  readonly office: Office;
  readonly number: string;
  readonly date: Day;
  readonly typeName: string;
  /** Lines of the title, marked. */
  readonly title: readonly string[];
  /** A letter has no type line, and its title stands under its number. */
  readonly letter: boolean;
}

const motto = ['CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', 'Độc lập - Tự do - Hạnh phúc'] as const;

/** Lines from the first to the title. */
export function headLines(facts: HeadFacts, layout: Layout, random: Random): string[] {
  const { office, number, letter, title, typeName } = facts;
  const state = office.side === 'state' || office.side === 'front';
  const numbered = random.chance(state ? 0.9 : 0.15) ? `Số: ${number}` : random.chance(0.9) ? `Số ${number}` : `Số:${number}`;
  const placed = `${office.place}, ngày ${long(facts.date)}`;
  const left = [...office.head, ...(state ? (random.chance(0.5) ? ['-------'] : []) : ['*'])];
  const right = state
    ? [...motto, ...(random.chance(0.5) ? ['---------------'] : [])]
    : [office.side === 'youth' ? 'ĐOÀN TNCS HỒ CHÍ MINH' : 'ĐẢNG CỘNG SẢN VIỆT NAM'];
  const name = letter ? [] : [typeName];
  const end = letter ? [...title, ''] : [...name, ...title, random.pick(['-----', '*', '-------'])];
  switch (layout) {
    case 'none':
      return letter ? title.slice() : end;
    case 'side by side': {
      const width = Math.max(44, ...left.map((line) => line.length + 4)) + random.int(0, 8);
      const rows = Math.max(left.length, right.length);
      const lines = Array.from({ length: rows }, (_, row) => `${(left[row] ?? '').padEnd(width)}${right[row] ?? ''}`.trimEnd());
      return [...lines, `${numbered.padEnd(width)}${placed}`, ...(letter ? [] : ['']), ...end];
    }
    case 'interleaved': {
      const lefts = [...left, numbered];
      const rights = [...right, placed];
      const rows = Math.max(lefts.length, rights.length);
      const lines = Array.from({ length: rows }, (_, row) => [lefts[row], rights[row]])
        .flat()
        .filter((line) => line !== undefined);
      // The date must stay behind the number's line: both bottom lines end together.
      return [...lines, ...end];
    }
    case 'one after another':
      return letter ? [...left, numbered, ...title, ...right, placed, ''] : [...left, numbered, ...right, placed, '', ...end];
    case 'one line':
      return [[...left, numbered, ...right, placed].join(' '), ...end];
    case 'after the type':
      return letter
        ? [...left, ...right, numbered, placed, ...title, '']
        : [...left, ...right, ...name, numbered, placed, ...title, '-----'];
  }
}

/** The title over lines of at most `width` letters; marks count for nothing. */
export function overLines(words: string, width: number, visible: (words: string) => number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of words.split(' ')) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (line !== '' && visible(longer) > width) {
      lines.push(line);
      line = word;
    } else line = longer;
  }
  return line === '' ? lines : [...lines, line];
}
