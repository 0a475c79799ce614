import type { Damage } from './damage.ts';

const grave = '\u0300';
const acute = '\u0301';
const hook = '\u0309';
const tilde = '\u0303';
const dot = '\u0323';

/** The letter that VNI puts after a plain vowel, by its marks. */
const plain: Readonly<Record<string, string>> = { [acute]: 'ù', [grave]: 'ø', [hook]: 'û', [tilde]: 'õ', [dot]: 'ï' };
const hatted: Readonly<Record<string, string>> = { '': 'â', [acute]: 'á', [grave]: 'à', [hook]: 'å', [tilde]: 'ã', [dot]: 'ä' };
const breved: Readonly<Record<string, string>> = { '': 'ê', [acute]: 'é', [grave]: 'è', [hook]: 'ú', [tilde]: 'ü', [dot]: 'ë' };
const single: Readonly<Record<string, string>> = { í: 'í', ì: 'ì', ỉ: 'æ', ĩ: 'ó', ị: 'ò', ỵ: 'î', đ: 'ñ' };

function written(letter: string): string {
  const one = single[letter];
  if (one !== undefined) return one;
  const [base, ...marks] = letter.normalize('NFD');
  const tone = marks.find((mark) => mark in plain) ?? '';
  if (marks.includes('\u0302')) return `${base}${hatted[tone]}`;
  if (marks.includes('\u0306')) return `${base}${breved[tone]}`;
  const horned = marks.includes('\u031B') ? (base === 'o' ? 'ô' : 'ö') : base;
  return `${horned}${tone === '' ? '' : plain[tone]}`;
}

/** Bytes of VNI read as Latin-1: two letters for one (`Keá hoaïch`). */
export const vni: Damage = {
  name: 'VNI',
  ocr: false,
  damage: (text) =>
    text.replace(/[\u00C0-\u01B0\u1EA0-\u1EF9]/gu, (letter) => {
      const small = letter.toLowerCase();
      const code = written(small);
      return small === letter ? code : code.toUpperCase();
    }),
};
