import type { Outline } from '#ingest/model/outline.ts';
import type { Recipient, Signature } from '#ingest/model/record.ts';
import { wordsOf } from '#ingest/model/span.ts';
import { capacityPattern } from '#ingest/vocabulary/capacities.ts';

const note = /^\(?\s*(?:đã ký|ký tên|ký, ghi rõ họ tên|signed)[^)]{0,30}\)?$/iu;
const degree = /^(?:(?:GS|PGS|TS|ThS|BS|KS|CN|Đại tá|Thượng tá|Trung tá|Thiếu tướng|Trung tướng|Thượng tướng|Đại tướng)\.?\s*)+/u;
/** A person's name: two to six capitalised words of letters only. */
const person = /^(?:\p{Lu}[\p{Ll}’']{0,7}\s+){1,5}\p{Lu}[\p{Ll}’']{0,7}$/u;
const personInCapitals = /^(?:\p{Lu}{2,8}\s+){1,4}\p{Lu}{2,8}$/u;
const positions =
  /(?:BÍ THƯ|CHỦ TỊCH|TRƯỞNG|PHÓ|GIÁM ĐỐC|CHÁNH|BỘ TRƯỞNG|THỦ TƯỚNG|CHỦ NHIỆM|ỦY VIÊN|UỶ VIÊN|TỔNG|HIỆU TRƯỞNG|VIỆN|THƯỜNG TRỰC|CHỈ HUY|CHÍNH ỦY|THỨ TRƯỞNG|THƯ KÝ|ĐỘI TRƯỞNG)/u;

/** The signatures of the close, in order: capacity, position, name. What a signature lacks is null. */
export function signaturesOf(text: string, outline: Outline): Signature[] {
  const signatures: Signature[] = [];
  let current = null as Signature | null;
  const flush = () => {
    if (current !== null && (current.name !== null || current.capacity !== null)) signatures.push(current);
    current = null;
  };
  for (const span of outline.close.signatureLines) {
    const words = wordsOf(text, span).replace(/\s+/gu, ' ').trim();
    if (words === '' || note.test(words)) continue;
    if (capacityPattern.test(words)) {
      // "T/M BAN THƯỜNG VỤ" then "K/T …": one signature with a two-line capacity only where no position stands between.
      if (current !== null && (current.name !== null || current.position !== null)) flush();
      const [capacity, position] = splitCapacity(words);
      current =
        current === null
          ? { capacity, position, name: null, span }
          : {
              ...current,
              capacity: `${current.capacity ?? ''} ${capacity}`.trim(),
              position,
              span: { start: current.span.start, end: span.end },
            };
      continue;
    }
    const bare = words.replace(degree, '');
    const named = person.test(bare) || (personInCapitals.test(bare) && !positions.test(bare) && current?.position != null);
    if (named) {
      if (current === null || current.name !== null) {
        flush();
        current = { capacity: null, position: null, name: bare, span };
      } else current = { ...current, name: bare, span: { start: current.span.start, end: span.end } };
    } else if (positions.test(words.toUpperCase()) && words.length <= 90) {
      if (current?.name != null) flush();
      current =
        current === null
          ? { capacity: null, position: words, name: null, span }
          : {
              ...current,
              position: current.position === null ? words : `${current.position} ${words}`,
              span: { start: current.span.start, end: span.end },
            };
    }
  }
  flush();
  return signatures;
}

/** A capacity and a position on one line: "KT. CHỦ TỊCH PHÓ CHỦ TỊCH", "T/M BAN THƯỜNG VỤ BÍ THƯ". */
function splitCapacity(words: string): [string, string | null] {
  const match =
    /^(?<capacity>\S+\s.*?\p{Lu})\s(?<position>(?:PHÓ |Q\. ?)(?:BÍ THƯ|CHỦ TỊCH|TRƯỞNG|GIÁM ĐỐC|CHÁNH|THỦ TƯỚNG|TỔNG).*|(?<=VỤ |HÀNH |DÂN |ĐẢNG )(?:BÍ THƯ|CHỦ TỊCH).*)$/u.exec(
      words,
    );
  return match === null ? [words, null] : [match.groups!.capacity!, match.groups!.position!];
}

/** The recipients (nơi nhận), one a line, without dash and closing mark; notes in brackets stay. */
export function recipientsOf(text: string, outline: Outline): Recipient[] {
  const recipients: Recipient[] = [];
  for (const span of outline.close.recipientLines) {
    const words = wordsOf(text, span);
    const lead = /^[\s\-–—+*•·]*/u.exec(words)![0].length;
    const name = words
      .slice(lead)
      .replace(/[\s,;.:/]+$/u, '')
      .replace(/\s+/gu, ' ');
    if (name === '' || /^[_\s]*$/u.test(name)) continue;
    recipients.push({ name, span: { start: span.start + lead, end: span.start + lead + name.length } });
  }
  return recipients;
}
