import type { Damage } from './damage.ts';

const slips: readonly (readonly [string, readonly string[]])[] = [
  ['Kết luận', ['Kế luận', 'Kêt luận', 'Kết luân']],
  ['Chỉ thị', ['Chỉ thi', 'Chị thị']],
  ['Nghị quyết', ['Nghị quyêt', 'Nghi quyết']],
  ['Quyết định', ['Quyết đinh', 'Quyêt định']],
  ['Quy định', ['Quy đinh', 'Quy địn']],
  ['Kế hoạch', ['Kế hoach', 'Kê hoạch']],
  ['Hướng dẫn', ['Hướng đẫn', 'Hướng dân']],
  ['Báo cáo', ['Báo cao', 'Bao cáo']],
  ['Thông báo', ['Thông bao']],
  ['Nghị định', ['Nghị đinh']],
  ['Thông tư', ['Thông từ']],
];

/** Nouns of documents misspelt where a number follows. */
export const misspelt: Damage = {
  name: 'misspelt nouns',
  ocr: false,
  damage: (text, random) => {
    let damaged = text;
    for (const [noun, wrong] of slips)
      damaged = damaged.replace(new RegExp(`${noun}(?= số)`, 'gu'), (word) => (random.chance(0.6) ? random.pick(wrong) : word));
    return damaged;
  },
};
