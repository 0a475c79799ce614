/**
 * In what capacity somebody signs (quyền hạn ký). Party forms by 36-HD/VPTW (T/M, K/T, T/L), State forms by Nghị định 30/2020 (TM., KT., TL., TUQ., Q.).
 */
export const capacities: readonly { readonly forms: readonly string[]; readonly meaning: string; readonly example: string }[] = [
  { forms: ['T/M', 'TM.', 'T.M.'], meaning: 'on behalf of (thay mặt)', example: 'T/M BAN THƯỜNG VỤ' },
  { forms: ['K/T', 'KT.', 'K.T.'], meaning: 'for the head, by a deputy (ký thay)', example: 'K/T TRƯỞNG BAN' },
  { forms: ['T/L', 'TL.', 'T.L.'], meaning: 'by order of (thừa lệnh)', example: 'T/L BAN THƯỜNG VỤ' },
  { forms: ['TUQ.', 'T/UQ', 'TƯQ.', 'T.U.Q.'], meaning: 'by delegation of (thừa ủy quyền)', example: 'TUQ. CHỦ TỊCH' },
  { forms: ['Q.'], meaning: 'acting (quyền)', example: 'Q. BỘ TRƯỞNG' },
];

const mark =
  '(?:T\\s?\\/\\s?M|TM\\s?[.,]|T\\.\\s?M\\.?|TM(?=\\s+(?:BAN|BỘ|ĐOÀN|HỘI|ỦY|UỶ|UBND|CHÍNH|QUỐC))|K\\s?\\/\\s?T|KT\\s?[.,]|K\\.\\s?T\\.?|KT(?=\\s+\\p{Lu}{2})|T\\s?\\/\\s?L|TL\\s?[.,]|T\\.\\s?L\\.?|TL(?=\\s+\\p{Lu}{2})|T\\s?\\/?\\s?[UƯ]\\s?Q\\s?[.,]?|T\\.U\\.Q\\.?)';

/** A line that opens a signature with its capacity; "Q. BỘ TRƯỞNG" is one too, by its office. */
export const capacityPattern = new RegExp(`^(?:${mark}|Q\\s?\\.)\\s*\\p{Lu}{2}`, 'u');
/** A capacity's mark anywhere in words in capitals; `Q.` is left to the office after it. */
export const capacityIn = new RegExp(`(?<![\\p{L}\\d./])${mark}\\s*(?=\\p{Lu}{2})`, 'gu');

/** The forms as they are written in full, as an alternation for a pattern; `Q.` is left to the office after it. */
export const capacityForms: string = capacities
  .flatMap(({ forms }) => forms)
  .filter((form) => form !== 'Q.')
  .map((form) => form.replace(/[./]/gu, '\\$&'))
  .join('|');
