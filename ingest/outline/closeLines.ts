import { capacityIn } from '#ingest/vocabulary/capacities.ts';
import { matchesOf } from '#ingest/vocabulary/matches.ts';
import { isFamilyName, isNameInCapitals, personName, personTitle, wholeName } from '#ingest/vocabulary/persons.ts';
import { officeHere } from '#ingest/vocabulary/positions.ts';
import { sectors } from '#ingest/vocabulary/sectors.ts';
import { signedNote } from '#ingest/vocabulary/signing.ts';
import { inCapitals } from './lines.ts';

/** No line of a signature is longer, in code units. */
export const SIGNATURE_LENGTH = 160;

/** "Nơi nhận:", in capitals, with marks around it, or misread by a scan ("Nơi nbận:"). */
export const recipientsHeading =
  /^(?<before>[^|]{0,200}?)[_*]{0,3}(?:N[ơo]i (?:nhận|gửi)|NƠI (?:NHẬN|GỬI)|N[ơoởờ][il1]\s?n[hbn][ậạâăâa]n(?=\s?:))[_*]{0,3}\s*(?::|$)[_*]{0,3}\s*(?<rest>.*)$/du;
/** What no line with that heading is without. */
export const recipientsWord = /N(?:[ơoởờ][il1]\s?(?:n[hbn]|gửi)|ƠI (?:NHẬN|GỬI))/u;
export const bulletMark = /^[-–—+*•●_]\s*(?=[\p{L}\d(])/u;

export const ended = (text: string) => /[;,.:]["”)]?$|\/\.?$/u.test(text);

/** The two parts of a sector's name around its dash ("Tài chính - Kế hoạch"). */
export function goesOnSector(before: string, part: string): boolean {
  const behind = part.replace(bulletMark, '').replace(/(?<![\s;,.])[\s;,.]+$/u, '');
  const words = `${before.trim()} - ${behind}`;
  return sectors.some((sector) => sector.includes(` - ${behind}`) && words.endsWith(sector));
}

/** A line that goes on with the recipient of the line before: no office, no name. */
export function goesOn(text: string): boolean {
  return text.length <= SIGNATURE_LENGTH && !beginsSignature(text) && !signedNote.test(text);
}

/** A line of a signature: a capacity, an office or a body in capitals, a name, a note. */
export function beginsSignature(text: string): boolean {
  if (text.length > SIGNATURE_LENGTH) return false;
  const bare = text.replace(signedNote, '').trim();
  if (bare === '') return true;
  // A list of short names ("VPTW, VPCP,") is of recipients: a signature's line has no mark at its end.
  if (/^(?:VT|LƯU)(?![\p{L}])|[,;]$/u.test(bare)) return false;
  if (inCapitals(bare)) return bare.length > 6 || officeHere.test(bare);
  return endsInName(bare);
}

/** The words are a person's name, or an office in capitals and a name. */
export function endsInName(text: string): boolean {
  const words = text.replace(signedNote, ' ').trim();
  const bare = words.replace(personTitle, '');
  if (personName.test(bare) || isNameInCapitals(bare)) return true;
  const behind = /^(?:[\p{Lu}\d/.,\s–-]{4,160}\s)(?<name>\p{Lu}[\p{Ll}’'].*)$/u.exec(words)?.groups?.name;
  return behind !== undefined && personName.test(wholeName(behind.replace(personTitle, '')));
}

const behindStop = /(?<=[;,.)]\s{1,3})\p{Lu}/gu;

/** Where in a recipient's line a piece of the signature begins ("- Như trên; KT. CHỦ TỊCH"), or -1. */
export function signatureBehind(text: string): number {
  capacityIn.lastIndex = 0;
  for (let match = capacityIn.exec(text); match !== null; match = capacityIn.exec(text))
    if (/[;,.):]\s+$/u.test(text.slice(Math.max(0, match.index - 4), match.index)) && /^\S+\s*\p{Lu}{2,}/u.test(text.slice(match.index))) {
      if (/(?<!\p{Lu})\p{Lu}{2,}\s\p{Lu}{2,}/u.test(text.slice(match.index))) return match.index;
    }
  const note = /(?<=[;,.)]\s{1,3})\((?:[đĐ]ã ký|ĐÃ KÝ)\)/u.exec(text);
  if (note !== null) return note.index;
  for (const match of matchesOf(behindStop, text)) {
    const right = text.slice(match.index);
    if (right.length > 90) continue;
    if (officeHere.test(right) && inCapitals(right.replace(/\s(?:\p{Lu}\p{Ll}+\s?){2,5}$/u, ''))) return match.index;
    // A name beside a recipient, mostly the last, which is the file ("Lưu").
    const words = right.split(' ');
    if (words.length >= (/^[-–]?\s?Lưu/u.test(text) ? 2 : 3) && personName.test(right) && isFamilyName(words[0]!)) return match.index;
  }
  return -1;
}
