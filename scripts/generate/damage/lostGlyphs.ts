import type { Damage } from './damage.ts';

const glyphs = ['ỏ', 'õ', 'ộ', 'ấ', 'ẫ', 'ỡ', 'ợ', 'ẩ', 'ỗ', 'ặ', 'ẽ'] as const;

/** Glyphs that the font did not map: a blank wherever one of them stood (`lan t a`, `đảng b  các c p`). */
export const lostGlyphs: Damage = {
  name: 'lost glyphs',
  ocr: false,
  damage: (text, random) => {
    let damaged = text;
    const present = glyphs.filter((glyph) => text.includes(glyph));
    for (const glyph of random.some(present, 2)) damaged = damaged.replaceAll(glyph, ' ');
    return damaged;
  },
};
