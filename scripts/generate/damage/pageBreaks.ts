import { type Damage, isTabular, wrapped } from './damage.ts';

/** Page breaks inside sentences, with page numbers and a form feed. */
export const pageBreaks: Damage = {
  name: 'page breaks',
  ocr: false,
  damage: (text, random) => {
    const lines = wrapped(text, () => 80).split('\n');
    const form = random.pick([
      (page: number) => String(page),
      (page: number) => `- ${page} -`,
      (page: number) => `Trang ${page}`,
      (page: number) => `${' '.repeat(36)}${page}`,
    ]);
    const feed = random.pick(['\f', '', '\n']);
    let page = 1;
    let left = random.int(8, 16);
    return lines
      .map((line, index) => {
        left -= 1;
        if (left > 0 || index < 12 || index > lines.length - 14 || isTabular(line)) return line;
        left = random.int(10, 24);
        page += 1;
        return `${line}\n${feed}${form(page)}\n`;
      })
      .join('\n');
  },
};
