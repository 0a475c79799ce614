import type { Damage } from './damage.ts';

/** The whole text on one line. */
export const oneLine: Damage = { name: 'all on one line', ocr: false, damage: (text) => text.replace(/\s+/gu, ' ') };
