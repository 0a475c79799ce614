import { matchesOf } from './matches.ts';
import { phraseList } from './phrases.ts';

/**
 * Words of the head that every document bears (tiêu đề, quốc hiệu và tiêu ngữ) and marks that are put beside them. The patterns are for bare
 * letters (`bareLetters`), so that a lost or wrong mark does not hide them; blanks may be lost or be line breaks.
 */
const motto =
  /DANG\s{0,3}CONG\s{0,3}SAN\s{0,3}VIET\s{0,3}NAM|(?:(?:CONG\s{0,3})?HOA\s{0,3})?X.{0,2}\s{0,3}HOI\s{0,3}CHU(?:\s{0,3}NGHIA(?:\s{0,3}VIET\s{0,3}NAM)?)?|CONG\s{0,3}HOA\s{0,3}X.{0,2}\s{0,3}HOI|NGHIA\s{1,3}VIET\s{0,3}NAM|Cong hoa xa hoi chu nghia Viet Nam|D(?:OC|oc)\s{0,3}[Ll](?:AP|ap)\s{0,3}[-–—.]{0,3}\s{0,3}T(?:U|u)\s{0,3}[Dd][Oo]\s{0,3}[-–—.]{0,3}\s{0,3}H(?:ANH|anh)\s{0,3}[Pp](?:HUC|huc)/gu;

/** Pieces of a motto that stand alone on a line where columns were read across. */
const pieces = new Set(
  phraseList(`
    CONG; CONG HOA; HOA; DANG; DANG CONG; DANG CONG SAN; CONG SAN; CONG SAN VIET NAM; SAN VIET NAM; VIET NAM; CHU NGHIA VIET NAM; HOA XA HOI; DOC LAP;
    TU DO; HANH PHUC; TU DO HANH PHUC; DOC LAP TU DO
  `),
);

/** Marks of secrecy, urgency and state beside or over a head (độ mật, độ khẩn, bản thảo): no part of the issuing body's name. */
const stamps = new Set(
  phraseList(`
    MAT; TOI MAT; TUYET MAT; KHAN; THUONG KHAN; HOA TOC; HOA TOC HEN GIO; DU THAO; BAN SAO; SAO Y; SAO Y BAN CHINH; SAO LUC; TOAN VAN; CONG BAO; LUU HANH NOI
    BO; DA KY; BAN CHINH; TAI LIEU; FILE DINH KEM; PHU LUC; NOI DUNG; CONG VAN DEN; DEN; SO; NGAY; LAN 1; LAN 2
  `),
);

/** The text with every letter without its marks, đ as d; as long as the text (NFC), so that offsets hold. */
export function bareLetters(text: string): string {
  let bare = '';
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code < 128) bare += text[at]!;
    else {
      bareOf[code] ??= bareLetter(text[at]!);
      bare += bareOf[code];
    }
  }
  return bare;
}

/** Bare letters by code unit, as far as they have been asked for. */
const bareOf: string[] = [];

function bareLetter(letter: string): string {
  if (letter === 'đ') return 'd';
  return letter === 'Đ' || letter === 'Ð' ? 'D' : letter.normalize('NFD')[0]!;
}

/** Spans of the mottoes in a text of bare letters, as pairs of offsets. */
export function mottoesIn(bare: string): [start: number, end: number][] {
  return matchesOf(motto, bare).map((match) => [match.index, match.index + match[0].length]);
}

const bareWords = (words: string) =>
  bareLetters(words.toUpperCase())
    .replace(/[^A-Z\d]+/gu, ' ')
    .trim();

/** True for words that are a piece of a motto, or a mark beside the head, and nothing else. */
export function isHeadMark(words: string): boolean {
  const bare = bareWords(words);
  return pieces.has(bare) || stamps.has(bare);
}
