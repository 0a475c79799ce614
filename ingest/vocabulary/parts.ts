import { foldTone } from './phrases.ts';

/**
 * What a part of a document is for, as far as duties go:
 * `tasks` lays duties (nhiệm vụ, giải pháp, tổ chức thực hiện, phân công); `requirements` says how they are to be done (mục đích, yêu cầu);
 * `means` says what it is paid from, where only a body that acts has a duty (kinh phí, cơ sở vật chất);
 * `targets` counts what is to be reached (mục tiêu, chỉ tiêu); `account` tells of the past (kết quả, hạn chế); `idle` is a motto, a list of materials and the like;
 * `proposals` asks something of others: of those above in a report, of those below elsewhere;
 * `norms` are the articles of a rule, which lay no task.
 */
export type Purpose = 'tasks' | 'requirements' | 'targets' | 'means' | 'account' | 'idle' | 'proposals' | 'norms';

/** Words that headings open with, after numbering and words of no weight. The first row that fits decides; headings of published plans, reports, conclusions, directives. */
const openings: readonly { readonly purpose: Purpose; readonly pattern: RegExp; readonly examples: readonly string[] }[] = [
  {
    // What is to be handed in, and by when, is a duty.
    purpose: 'tasks',
    pattern:
      /^(?:hồ sơ|tài liệu|đối tượng|kinh phí|thành phần)[^.:]{0,60}(?:thời gian (?:thực hiện|gửi|nộp|báo cáo|hòan thành)|thời hạn|tiến độ)/u,
    examples: ['Hồ sơ và thời gian thực hiện', 'Hồ sơ, thời hạn gửi báo cáo', 'Đối tượng, tiến độ thực hiện'],
  },
  {
    purpose: 'idle',
    pattern:
      /^(?:phương châm|khẩu hiệu|chủ đề|tài liệu|hồ sơ|thành phần|địa điểm|đối tượng|phạm vi|căn cứ|giải thích từ ngữ|phụ lục|tiêu chuẩn|tiêu chí|cơ cấu giải thưởng|giải thưởng)/u,
    examples: ['Phương châm thực hiện', 'Thành phần tham dự'],
  },
  {
    purpose: 'means',
    pattern: /^(?:kinh phí|nguồn kinh phí|cơ sở vật chất)/u,
    examples: ['Kinh phí thực hiện', 'Cơ sở vật chất, kinh phí'],
  },
  { purpose: 'proposals', pattern: /^(?:đề xuất|kiến nghị|đề nghị)/u, examples: ['Đề xuất, kiến nghị', 'Những kiến nghị với Trung ương'] },
  {
    purpose: 'tasks',
    pattern:
      /^(?:phương hướng|nhiệm vụ|giải pháp|biện pháp|tổ chức thực hiện|tổ chức triển khai|phân công|trách nhiệm|nội dung|tiến độ|thời gian|công tác chuẩn bị|triển khai thực hiện|lộ trình|các bước|chương trình công tác|kế hoạch thực hiện|điều khoản thi hành|hiệu lực thi hành|mục tiêu, nhiệm vụ|mục tiêu và nhiệm vụ|mục tiêu, giải pháp|quan điểm, mục tiêu, nhiệm vụ|yêu cầu, nhiệm vụ|trọng tâm|định hướng|những việc cần làm|việc cần làm|hình thức, thời gian|hình thức|chế độ (?:thông tin|báo cáo)|thông tin, báo cáo|họat động trọng tâm|chương trình hành động|kết luận và kiến nghị)/u,
    examples: ['Phương hướng, nhiệm vụ năm 2025', 'Một số nhiệm vụ, giải pháp trọng tâm', 'TỔ CHỨC THỰC HIỆN', 'Mục tiêu, nhiệm vụ'],
  },
  {
    purpose: 'account',
    pattern:
      /^(?:kết quả|kết quả đạt được|tình hình|thực trạng|tồn tại|hạn chế|khuyết điểm|ưu điểm|nguyên nhân|đánh giá|bài học|nhận định|đặc điểm|bối cảnh|thuận lợi|khó khăn|khái quát|mặt được|mặt chưa được|những kết quả|sự cần thiết|công tác lãnh đạo|công tác chỉ đạo|công tác tổ chức (?:học tập|quán triệt)|việc (?:lãnh đạo|quán triệt))/u,
    examples: ['Kết quả đạt được', 'Tồn tại, hạn chế', 'ĐÁNH GIÁ CHUNG', 'Những hạn chế, khuyết điểm'],
  },
  {
    purpose: 'requirements',
    pattern:
      /^(?:mục đích|yêu cầu(?! (?:về|các|mỗi|từng|toàn thể|thủ trưởng|giám đốc|người đứng đầu|chủ tịch|bí thư|sở|ban|bộ|ủy ban|ubnd|cấp ủy|đảng ủy|chi bộ|văn phòng|hội|công an)(?!\p{L}))|quan điểm|nguyên tắc|tư tưởng chỉ đạo|ý nghĩa)/u,
    examples: ['MỤC ĐÍCH, YÊU CẦU', 'Quan điểm chỉ đạo'],
  },
  {
    purpose: 'targets',
    pattern: /^(?:mục tiêu|chỉ tiêu|các chỉ tiêu|tầm nhìn)/u,
    examples: ['Mục tiêu cụ thể', 'Một số chỉ tiêu chủ yếu'],
  },
];

const weightless = /^(?:(?:một số|các|những|về|công tác thực hiện|phần|nêu|cụ thể|tiếp tục)\s+)+/u;

/** What a heading's part is for, or null where its words do not say. */
export function purposeOf(heading: string): Purpose | null {
  const words = foldTone(heading).replace(/^[^\p{L}]+/u, '');
  const bare = words.replace(weightless, '');
  return openings.find(({ pattern }) => pattern.test(words) || pattern.test(bare))?.purpose ?? null;
}

/** True for the heading of a part that says who does what. */
export function assigns(heading: string): boolean {
  return /^(?:[^\p{L}]*)(?:tổ chức (?:thực hiện|triển khai)|phân công|trách nhiệm|nhiệm vụ của)/u.test(foldTone(heading));
}

export const partExamples = openings.flatMap(({ purpose, examples }) => examples.map((heading) => ({ heading, purpose })));

/** What a document of this type is for where its headings do not say; by the type's name in its head. */
export function purposeOfType(typeName: string | null): Purpose {
  const name = typeName === null ? '' : foldTone(typeName);
  if (/^(?:báo cáo|tờ trình|biên bản|thông cáo|diễn văn)/u.test(name)) return 'account';
  if (
    /^(?:quy định|qui định|quy chế|qui chế|luật|bộ luật|pháp lệnh|điều lệ|nghị định|thông tư(?! liên tịch hướng dẫn)|quy trình)/u.test(name)
  )
    return 'norms';
  return 'tasks';
}
