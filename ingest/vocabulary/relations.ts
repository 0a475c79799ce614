import type { Relation } from '#ingest/model/relation.ts';

/**
 * Words that state a relation, as they stand to the left of the document that is named. Each pattern is tried at the end of the clause
 * before the mention; `adjacent` ones allow only the small words of `filler` between them and the mention.
 */
export interface RelationPhrase {
  readonly rule: string;
  readonly relation: Relation;
  readonly words: string;
  /** Words that must not stand further left than a few small ones. */
  readonly adjacent: boolean;
  readonly examples: readonly string[];
}

export const relationPhrases: readonly RelationPhrase[] = [
  {
    rule: 'amend',
    relation: 'amends',
    words: '(?:sửa đổi|bổ sung|điều chỉnh|đính chính)(?:,? (?:và )?(?:sửa đổi|bổ sung|điều chỉnh|thay thế))*',
    adjacent: true,
    examples: ['sửa đổi, bổ sung một số điều của', 'điều chỉnh một số nội dung tại', 'sửa đổi Điều 3'],
  },
  {
    rule: 'replace',
    relation: 'replaces',
    words: '(?:thay thế(?: cho)?|thay cho|bãi bỏ|hủy bỏ|huỷ bỏ|chấm dứt hiệu lực(?: thi hành)?(?: của)?)',
    adjacent: true,
    examples: ['thay thế', 'bãi bỏ', 'thay thế cho các'],
  },
  {
    rule: 'form-of',
    relation: 'cites',
    words: '(?:mẫu|biểu mẫu|biểu|phụ lục)(?: số)?(?: \\d{1,3}[a-z]?)?',
    adjacent: true,
    examples: ['mẫu số 07 ban hành kèm theo'],
  },
  {
    rule: 'named-in',
    relation: 'cites',
    words: '(?:nêu|nêu ra|đề ra|xác định|được giao|giao|ghi|đã nêu|đặt ra)(?: ra)? (?:tại|trong|ở)',
    adjacent: true,
    examples: ['các nhiệm vụ nêu ra trong', 'chỉ tiêu được giao tại'],
  },
  {
    rule: 'proposal',
    relation: 'basis',
    words: '(?:theo|xét) đề nghị (?:của )?[^;,.]{3,90}? (?:tại|trong)',
    adjacent: true,
    examples: ['theo đề nghị của Giám đốc Sở Nội vụ tại'],
  },
  {
    rule: 'ground',
    relation: 'basis',
    words:
      '(?:[Cc]ăn cứ(?: vào)? (?:Luật|Bộ luật|Điều lệ|Hiến pháp|Pháp lệnh)[^;.]{2,90} và|[Cc]ăn cứ(?: vào)?|(?<!tiếp )[Tt]heo(?: đúng)?(?: tinh thần| quy định| yêu cầu| hướng dẫn| nội dung| chỉ đạo| kế hoạch| đề nghị)?(?: của| tại| trong)?|[Tt]rên cơ sở|[Dd]ựa trên|(?:được )?quy định tại|[Ss]ong song với quy định tại|đúng (?:theo |với )?)',
    adjacent: true,
    examples: ['Căn cứ', 'theo', 'theo tinh thần', 'theo quy định tại Điều 5'],
  },
  {
    rule: 'go-with',
    relation: 'related',
    words:
      '(?:gắn với|gắn kết (?:chặt chẽ )?với|gắn (?:chặt|liền)(?: chẽ)? (?:với)?|gắn(?: kết)?(?: chặt chẽ)? (?:giữa )?[^;.]{0,60}? với|cùng với|kết hợp (?:chặt chẽ )?(?:với|giữa)|đi đôi với|lồng ghép (?:với|[^;.]{0,40}? với)|đồng bộ với|kết hợp gắn với)',
    adjacent: false,
    examples: ['gắn với thực hiện', 'gắn với việc thực hiện', 'kết hợp với', 'gắn kết chặt chẽ việc thực hiện … với việc thực hiện'],
  },
  {
    rule: 'review',
    relation: 'reviews',
    words:
      '(?:sơ kết|tổng kết|sơ, tổng kết|kiểm điểm|đánh giá|rà soát kết quả|báo cáo (?:kết quả|tình hình|sơ kết|tổng kết|đánh giá|việc))',
    adjacent: false,
    examples: ['sơ kết 03 năm thực hiện', 'tổng kết', 'báo cáo kết quả thực hiện'],
  },
  {
    rule: 'carry-out',
    relation: 'implements',
    words:
      '(?:thực hiện|triển khai|cụ thể hóa|cụ thể hoá|hướng dẫn|quán triệt|thi hành|chấp hành|phổ biến|tuyên truyền|học tập|nghiên cứu|vận dụng|đưa|thể chế hóa|tiếp thu|cụ thể)',
    adjacent: false,
    examples: ['thực hiện', 'triển khai thực hiện', 'nghiên cứu, học tập, quán triệt', 'cụ thể hóa'],
  },
];

/** Small words that may stand between a phrase and the document: parts of it, its kind, a determiner. */
export const filler =
  '(?:\\p{Lu}\\p{L}*(?: \\p{Ll}+){0,3} này|một số|các|những|nội dung|điều|khoản|điểm|mục|phần|chương|của|tại|trong|ở|và|việc|văn bản|quy định|thời hạn|đ(?=\\s)|[a-h]|Điều|Khoản|Điểm|Mục|Phần|Chương|Phụ lục|số|\\d{1,3}|[IVX]+|,|toàn bộ|đối với|nêu|tinh thần|là|mẫu|biểu|ban hành|kèm theo|đề nghị|\\p{Lu}[\\p{L}]*|ủy|nhân|dân|giám|đốc|trưởng|phòng|vụ)';
