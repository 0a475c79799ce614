import type { Damage } from './damage.ts';

const small = 'ăâêôơưđàảãáạằẳẵắặầẩẫấậèẻẽéẹềểễếệìỉĩíịòỏõóọồổỗốộờởỡớợùủũúụừửữứựỳỷỹýỵ';
const codes =
  'A8 A9 AA AB AC AD AE B5 B6 B7 B8 B9 BB BC BD BE C6 C7 C8 C9 CA CB CC CE CF D0 D1 D2 D3 D4 D5 D6 D7 D8 DC DD DE DF E1 E2 E3 E4 E5 E6 E7 E8 E9 EA EB EC ED EE EF F1 F2 F3 F4 F5 F6 F7 F8 F9 FA FB FC FD FE';
const byLetter = new Map<string, string>();
const letters = [...small];
codes.split(' ').forEach((code, index) => {
  const byte = String.fromCharCode(Number.parseInt(code, 16));
  byLetter.set(letters[index]!, byte);
  // Capitals with a tone have no code: they were small letters in a font of capitals.
  byLetter.set(letters[index]!.toUpperCase(), byte);
});
[...'ĂÂÊÔƠƯĐ'].forEach((letter, index) => {
  byLetter.set(letter, String.fromCharCode(0xa1 + index));
});

/** Bytes of TCVN3 (TCVN 5712:1993, VN3; the ABC fonts) read as Latin-1: `Kª ho¹ch`. */
export const tcvn3: Damage = {
  name: 'TCVN3',
  ocr: false,
  damage: (text) => text.replace(/[^\u0000-\u007F]/gu, (letter) => byLetter.get(letter) ?? letter),
};
