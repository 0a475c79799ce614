/**
 * In what capacity somebody signs (quyền hạn ký). Party forms by 36-HD/VPTW (T/M, K/T, T/L), State forms by Nghị định 30/2020 (TM., KT., TL., TUQ., Q.).
 */
export const capacities: readonly { readonly forms: readonly string[]; readonly meaning: string; readonly example: string }[] = [
  { forms: ['T/M', 'TM', 'T.M'], meaning: 'on behalf of (thay mặt)', example: 'T/M BAN THƯỜNG VỤ' },
  { forms: ['K/T', 'KT', 'K.T'], meaning: 'for the head, by a deputy (ký thay)', example: 'K/T TRƯỞNG BAN' },
  { forms: ['T/L', 'TL', 'T.L'], meaning: 'by order of (thừa lệnh)', example: 'T/L BAN THƯỜNG VỤ' },
  { forms: ['TUQ', 'T/UQ', 'TƯQ'], meaning: 'by delegation of (thừa ủy quyền)', example: 'TUQ. CHỦ TỊCH' },
  { forms: ['Q.', 'Q/'], meaning: 'acting (quyền)', example: 'Q. BỘ TRƯỞNG' },
];

/** A line that opens a signature with its capacity. */
export const capacityPattern =
  /^(?:T\/M|TM\s?\.|T\.M\.?|TM(?=\s+BAN)|K\/T|KT\s?\.|K\.T\.?|T\/L|TL\s?\.|T\.L\.?|TUQ\s?\.?|T\/UQ|TƯQ\s?\.?|Q\s?\.)\s*\p{Lu}{2}/u;
