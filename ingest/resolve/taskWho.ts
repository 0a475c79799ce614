import type { SentenceMention } from '#ingest/model/duty.ts';
import { type Span, wordsOf } from '#ingest/model/span.ts';

const leads = /(?<![\p{L}])(?:chủ trì|tham mưu|trình|chuẩn bị)(?![\p{L}])/u;
const small =
  /(?<![\p{L}])(?:chủ trì|phối hợp|cùng|với|tham mưu|trình|thực hiện|chuẩn bị|và|trong|vào|các|cơ quan|đơn vị|ban, ngành|có|liên quan|hoàn thành|xong|dự kiến)(?![\p{L}])|[\s.,;:()–-]/gu;

/**
 * True for a line that says who and when and not what: "Đảng ủy Ủy ban nhân dân xã chủ trì, phối hợp các cơ quan liên quan tham mưu, trình trong
 * tháng 01/2026". In programmes of work (chương trình công tác) it stands below the line that names the work.
 */
export function saysWhoOnly(text: string, sentence: SentenceMention): boolean {
  if (sentence.tells !== 'duty' || sentence.assignees.length === 0 || sentence.words.end - sentence.words.start > 240) return false;
  const words = wordsOf(text, sentence.words);
  if (!leads.test(words)) return false;
  const told = [...sentence.assignees, ...sentence.coordinators, ...sentence.deadlines].map(({ span }) => span);
  return without(words, sentence.words.start, told).replace(small, '') === '';
}

/** The words with a blank for each of the spans. */
function without(words: string, start: number, spans: readonly Span[]): string {
  let left = words;
  for (const span of spans) {
    const [from, to] = [Math.max(0, span.start - start), Math.max(0, span.end - start)];
    left = left.slice(0, from) + ' '.repeat(Math.min(to, left.length) - Math.min(from, left.length)) + left.slice(to);
  }
  return left;
}
