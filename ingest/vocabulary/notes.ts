import { typeNames } from './documentTypes.ts';

/**
 * Marks of notes (chú thích, cước chú) as text extraction leaves them: a number in square brackets, or a raised number that came down and sticks
 * to its word ("Chính phủ2"). The note itself begins a line with the same number, at the foot of the page or behind the close.
 */

const types = typeNames.map((name) => `${name[0]!.toUpperCase()}${name.slice(1)}`).join('|');

/** What a note with a bare number begins with: anything else may be the row of a table ("2 Phòng Nội vụ"). */
const told = `(?=(?:${types}|Các|Gồm|Theo|Căn cứ|Xem|Tại|Trong đó|Bao gồm|Hiện|Như)(?![\\p{L}]))`;

/** A line that begins a note: `[2] Chỉ thị số …`, a lone `[2]` whose words stand in the next line, `2 Chỉ thị số …`. */
export const noteMark = new RegExp(`^(?:\\[(?<bracketed>\\d{1,3})\\](?=$|\\s*[\\p{Lu}“"])|(?<bare>\\d{1,2})\\s${told})`, 'u');

/** A line with nothing but the mark of a note. */
export const loneNoteMark = /^\[\d{1,3}\]$/u;

/** A mark inside a sentence, behind the words that the note is about; "km2" and "CO2" are none. */
export const markInText =
  /(?<=[^\s[\]]\s?)\[(?<bracketed>\d{1,3})\]|(?<=[aeiouyàáảãạăằắẳẵặâầấẩẫậèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵ](?:ng|nh|ch|[cmnpt])?[”"’)]?)(?<bare>\d{1,2})(?=[\s,;:)]|\.(?!\d)|$)/gmu;
