import type { Stated } from '#ingest/model/mention.ts';
import { typeNouns, typeNounsInCapitals } from '#ingest/vocabulary/documentTypes.ts';

/** Most code units that a title is looked for in; what has no end there is no title. The longest title seen in head or citation has 412. */
const longest = 600;
const titleTail = new RegExp(String.raw`\s?,?\s(?<title>(?:về(?: việc)?|“|V\/v)\s?[^;.\n]{3,${longest}})`, 'uy');

/**
 * Where the words of a title (trích yếu) end and the sentence that cites it goes on, in the order of the alternatives: a link to another document; the
 * body that acts; another document; what this one asks ("xong trước ngày …"); a clause of its own; who did something under the cited document, or what
 * became of it ("đã"); what it is handed on for; where the short name is declared. Observed texts: titles never tell of what has been done, hold no
 * deadline, and name no body right behind a comma but with "và" before the last.
 */
const afterTitle = new RegExp(
  [
    `,? (?:gắn với|gắn chặt|kết hợp với|cùng với)`,
    `, (?:Ban |Bộ |Ủy |Đảng |Tỉnh |Huyện ủy|Thành ủy|Thị ủy|Quận ủy|Thường trực |Thủ tướng |Phó Thủ tướng |Chủ tịch |Phó Chủ tịch |Văn phòng |Sở )`,
    String.raw`, (?:các )?(?:${typeNounsInCapitals})(?![\p{L}])`,
    String.raw`, (?:(?:phải )?(?:hoàn thành|xong)|gửi|báo cáo|chậm nhất|trước ngày|định kỳ|thời hạn)(?![\p{L}])`,
    String.raw`, (?:sau khi|đến nay|qua đó|từ đó|đồng thời|theo đó|trên cơ sở|thời gian qua|trong thời gian)(?![\p{L}])`,
    String.raw`, (?:cấp ủy|các cấp|các tổ chức|các chi|các cơ quan|các đơn vị|các địa phương|huyện|tỉnh|thành phố|xã|phường|chi bộ|đảng bộ|toàn)(?![\p{L}])[^;.:“”]{0,160}? (?:đã|đang|sẽ|đều|tiếp tục|cần|phải|tập trung)(?![\p{L}])`,
    String.raw` đã(?![\p{L}])`,
    String.raw` để (?:lãnh đạo|triển khai|tổ chức)(?![\p{L}])`,
    String.raw` ?\((?:sau đây|dưới đây|gọi tắt|viết tắt)`,
  ].join('|'),
  'u',
);

/** The next numbered document of an enumeration: it belongs to the title only where that names documents itself ("sửa đổi Quy định số 08-QĐ/TW và Quy định số 37-QĐ/TW"). */
const nextNumbered = new RegExp(String.raw`,? và (?:các )?(?:${typeNouns}) (?:số )?\d`, 'iu');
const namesDocuments = new RegExp(String.raw`(?<![\p{L}])(?:${typeNouns})(?![\p{L}])`, 'iu');

/**
 * The title that is stated at `at`, right behind a citation's number, date and body: "về …", "V/v …", or in quotes. Null where there is none,
 * where it is too short to tell anything, and where its end cannot be told.
 */
export function titleAt(text: string, at: number): Stated | null {
  titleTail.lastIndex = at;
  const match = titleTail.exec(text);
  if (match === null) return null;
  const words = match.groups!.title!;
  const value = upToEnd(words);
  if (value === null || value.length < 6) return null;
  const start = at + match[0].indexOf(words);
  return { value, span: { start, end: start + value.length } };
}

function upToEnd(words: string): string | null {
  if (words.startsWith('“')) {
    const quoted = closing(words);
    if (quoted !== null) return words.slice(0, quoted);
  }
  const ends = [words.search(afterTitle), nextDocument(words)].filter((end) => end !== -1);
  if (ends.length === 0 && words.length >= longest) return null;
  let end = Math.min(words.length, ...ends);
  while (end > 0 && /[\s,:]/u.test(words[end - 1]!)) end -= 1;
  return words.slice(0, end);
}

function nextDocument(words: string): number {
  const end = words.search(nextNumbered);
  return end === -1 || namesDocuments.test(words.slice(0, end)) ? -1 : end;
}

/** Behind the quotation mark that closes the one at the beginning, others within counted; null where none does. */
function closing(words: string): number | null {
  let open = 0;
  for (let at = 0; at < words.length; at += 1) {
    if (words[at] === '“') open += 1;
    else if (words[at] === '”') open -= 1;
    if (open === 0) return at + 1;
  }
  return null;
}
