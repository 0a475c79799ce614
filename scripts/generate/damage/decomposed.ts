import type { Damage } from './damage.ts';

/** All letters decomposed (NFD). */
export const decomposed: Damage = { name: 'NFD', ocr: false, damage: (text) => text.normalize('NFD') };
