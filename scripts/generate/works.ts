import type { Draft } from './draft.ts';

const low = (words: string) => words.charAt(0).toLowerCase() + words.slice(1);
/** `Các chi bộ` begins small inside a sentence; names keep their capitals. */
export const inside = (body: string) => (/^(?:Các|Những) /u.test(body) ? low(body) : body);

/** What can be done with a thing of any matter. */
const handlings = [
  'rà soát, thống kê',
  'xây dựng phương án quản lý',
  'tham mưu cơ chế hỗ trợ đối với',
  'tổ chức hội thảo chuyên đề về',
  'xây dựng cơ sở dữ liệu về',
  'khảo sát thực trạng',
  'kiểm tra, giám sát việc quản lý',
  'biên soạn tài liệu hướng dẫn về',
  'đề xuất mô hình điểm về',
  'tuyên truyền sâu rộng về',
  'bố trí kinh phí cho',
  'phân công người phụ trách',
] as const;

/** Work without a document that it goes by. */
export function plainWork({ random, topic }: Draft): string {
  return random.chance(0.5) ? random.pick(topic.works) : `${random.pick(handlings)} ${random.pick(topic.things)}`;
}
