/** Plenums of the Central Committee (hội nghị Trung ương) are counted within a term, in words or figures. */
const ordinals = [
  'nhất',
  'hai',
  'ba',
  'tư',
  'năm',
  'sáu',
  'bảy',
  'tám',
  'chín',
  'mười',
  'mười một',
  'mười hai',
  'mười ba',
  'mười bốn',
  'mười lăm',
];

/** The number of a plenum by its word or figures ("tư", "bốn", "4"), or null. */
export function plenumNumber(word: string): number | null {
  if (/^\d+$/u.test(word)) return Number(word);
  const bare = word === 'bốn' ? 'tư' : word === 'bẩy' ? 'bảy' : word.replace('thứ ', '');
  const index = ordinals.indexOf(bare);
  return index === -1 ? null : index + 1;
}

/** The number of the plenum that a body's name names: "Hội nghị lần thứ tư Ban Chấp hành Trung ương Đảng", "Hội nghị Trung ương 8"; else null. */
export function plenumNamed(body: string): number | null {
  const match =
    /^Hội nghị (?:lần thứ (?<word>\d{1,2}|\p{L}+(?: (?:một|hai|ba|bốn|lăm))?),? .*Trung ương|.*Trung ương(?: Đảng)?(?: lần thứ)? (?<after>\d{1,2}|\p{L}+(?: (?:một|hai|ba|bốn|lăm))?)$)/u.exec(
      body,
    );
  const word = match?.groups?.word ?? match?.groups?.after;
  return word === undefined ? null : plenumNumber(word);
}
