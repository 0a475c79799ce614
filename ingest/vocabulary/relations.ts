import type { Confidence, RelationKind } from '#ingest/model/relation.ts';

/**
 * The rules that read relations, by name: how sure a reading of each is, and what it reads. `-apart` are the same words at a distance.
 * How often each rank is right on annotated documents is measured by `scripts/evaluate/confidence.ts`.
 */
export const relationRules = {
  amend: { confidence: 'stated', reads: 'a verb of changing before the name' },
  replace: { confidence: 'stated', reads: 'a verb of replacing or ending before the name' },
  'replace-apart': { confidence: 'read', reads: 'this document replaces or ends what the named one had laid down' },
  'form-of': { confidence: 'stated', reads: 'the name of a form or annex before the name' },
  source: { confidence: 'read', reads: '"kèm theo Báo cáo số …": what comes with a report, no ground in law' },
  'done-under': { confidence: 'stated', reads: 'what somebody set up or issued under the document is told of: "thành lập theo …"' },
  'named-in': { confidence: 'stated', reads: '"nêu tại", "giao tại": what the document holds is named, no more' },
  answer: { confidence: 'stated', reads: 'a verb of replying before the name' },
  consolidate: { confidence: 'stated', reads: 'a verb of consolidating before the name' },
  proposal: { confidence: 'stated', reads: '"theo đề nghị của … tại" before the name' },
  ground: { confidence: 'stated', reads: '"căn cứ", "theo", "theo quy định tại" before the name' },
  'ground-apart': { confidence: 'read', reads: 'the sentence opens with "căn cứ", "xét", and names the document in brackets or a list' },
  provision: { confidence: 'read', reads: '"Tại khoản … Nghị định số … quy định": a norm is quoted as what holds' },
  'go-with': { confidence: 'stated', reads: '"gắn với", "cùng với" before the name' },
  'go-with-apart': { confidence: 'read', reads: '"gắn với" further left in the clause' },
  review: { confidence: 'stated', reads: 'a verb of summing up or reporting before the name' },
  'review-apart': { confidence: 'read', reads: 'a verb of summing up or reporting further left in the clause' },
  'carry-out': { confidence: 'stated', reads: 'a verb of carrying out before the name' },
  'carry-out-apart': { confidence: 'read', reads: 'a verb of carrying out further left in the clause' },
  'done-by': { confidence: 'stated', reads: 'a passive verb between two names: "A được thay thế bởi B"' },
  'ended-with': { confidence: 'stated', reads: 'one ends when the other begins: "A hết hiệu lực kể từ ngày B có hiệu lực"' },
  ended: { confidence: 'stated', reads: 'a provision of this document that another has no effect any more' },
  'changed-by-this': { confidence: 'stated', reads: 'a passive verb after the name, and this document as who does it' },
  'changes-this': { confidence: 'stated', reads: 'a passive verb with this document as its subject, and the name as who does it' },
  'reads-as-changed': { confidence: 'read', reads: '"… được sửa đổi như sau" after the name' },
  'title-review': { confidence: 'stated', reads: 'the title after a name begins with a verb of summing up' },
  'title-amend': { confidence: 'stated', reads: 'the title after a name begins with a verb of changing' },
  'title-replace': { confidence: 'stated', reads: 'the title after a name begins with a verb of replacing or ending' },
  'title-consolidate': { confidence: 'stated', reads: 'the title after a name begins with a verb of consolidating' },
  'title-answer': { confidence: 'stated', reads: 'a reply names, after its own name, the letter that it answers' },
  'title-carry-out': { confidence: 'stated', reads: 'the title after a name begins with a verb of carrying out' },
  'title-ground': { confidence: 'stated', reads: 'a name stands on the ground of the next: "A được ban hành trên cơ sở B"' },
  'title-guidance': { confidence: 'read', reads: 'the title of a guidance names a document' },
  'title-other': { confidence: 'read', reads: 'the title after a name names another document, without a verb that says more' },
  'issued-for': { confidence: 'read', reads: '"Thực hiện A, … đã ban hành B"' },
  'issued-on-ground': { confidence: 'read', reads: '"… đã ban hành A. Trên cơ sở đó, … ban hành B"' },
  issued: { confidence: 'read', reads: 'a document that somebody issued is told of' },
  material: { confidence: 'read', reads: 'a list of materials or examples names the document' },
  'of-another': { confidence: 'read', reads: 'the document is named in what is said of another one' },
  told: { confidence: 'read', reads: 'an account of the past tells of it' },
  'opens-account': { confidence: 'read', reads: 'an account begins with the document that it reports on: "Thực hiện …, Đảng ủy đã …"' },
  'review-planned': { confidence: 'read', reads: 'a plan for a review names what is to be reviewed' },
  'review-to-come': { confidence: 'read', reads: 'a review is laid down among other duties' },
  'others-act': { confidence: 'read', reads: 'a verb of changing or ending whose subject is not this document' },
  noted: { confidence: 'read', reads: 'a note names the document, and the words at the mark of the note state the relation' },
  named: { confidence: 'assumed', reads: 'the document is named, and no words around it state a relation' },
} as const satisfies Readonly<Record<string, { readonly confidence: Confidence; readonly reads: string }>>;
export type RelationRule = keyof typeof relationRules;

/**
 * Words that state a relation, as they stand to the left of the document that is named. Each pattern is tried at the end of the clause
 * before the mention; only the small words of `filler` may stand between them and the mention, unless there is a rule for those `apart`.
 */
export interface RelationPhrase {
  readonly rule: RelationRule;
  readonly kind: RelationKind;
  /** One of these stands in any words that fit: the cheap question before the pattern. */
  readonly cues: readonly string[];
  readonly words: string;
  /** The rule of the same words further left in the clause; absent where they state nothing there. */
  readonly apart?: RelationRule;
  readonly examples: readonly string[];
}

/** What a decision issues together with itself: "Căn cứ Quy chế … ban hành kèm theo Quyết định số …". */
const instruments = '(?:[Qq]uy chế|[Qq]uy định|[Qq]uy trình|[Đđ]iều lệ|[Cc]hương trình|[Kk]ế hoạch|[Dd]anh mục|[Đđ]ịnh mức|[Tt]iêu chuẩn)';
const issuedWith = '(?:ban hành|phê duyệt|công bố) (?:kèm theo|tại)';

export const relationPhrases: readonly RelationPhrase[] = [
  {
    rule: 'amend',
    kind: 'amends',
    cues: ['sửa đổi', 'bổ sung', 'điều chỉnh', 'đính chính', 'gia hạn', 'kéo dài'],
    words:
      '(?:(?:sửa đổi|bổ sung|điều chỉnh)(?: phạm vi| đối tượng| phạm vi và đối tượng| mức| thời hạn)(?: điều chỉnh| áp dụng| thực hiện)?|sửa đổi|bổ sung|điều chỉnh|đính chính|(?:gia hạn|kéo dài)(?: thời (?:gian|hạn)(?: (?:thực hiện|áp dụng|thí điểm|hiệu lực|có hiệu lực|thi hành))?)?)(?:,? (?:và )?(?:sửa đổi|bổ sung|điều chỉnh|thay thế))*',
    examples: [
      'sửa đổi, bổ sung một số điều của',
      'điều chỉnh một số nội dung tại',
      'sửa đổi Điều 3',
      'đính chính',
      'gia hạn thời gian thực hiện',
    ],
  },
  {
    rule: 'replace',
    kind: 'replaces',
    cues: ['thay', 'bỏ', 'chấm dứt', 'ngưng', 'ngừng', 'đình chỉ', 'tạm dừng'],
    words:
      '(?:thay thế(?: cho)?|thay cho|bãi bỏ(?: toàn bộ| một phần)?|hủy bỏ|huỷ bỏ|(?:chấm dứt|tạm ngưng|ngưng|ngừng) (?:hiệu lực|việc thực hiện|thực hiện)(?: thi hành)?(?: của| đối với)?|(?:tạm )?đình chỉ(?: việc)?(?: thi hành| thực hiện)?|tạm dừng(?: việc)?(?: thi hành| thực hiện)?)(?:,? (?:và )?(?:thay thế|bãi bỏ|hủy bỏ))*',
    examples: ['thay thế', 'bãi bỏ', 'thay thế cho các', 'đình chỉ thi hành', 'tạm ngưng hiệu lực của'],
  },
  {
    rule: 'consolidate',
    kind: 'consolidates',
    cues: ['hợp nhất'],
    words: '(?<!văn bản )hợp nhất',
    examples: ['hợp nhất'],
  },
  {
    rule: 'answer',
    kind: 'answers',
    cues: ['trả lời', 'phúc đáp'],
    words: '(?:trả lời|phúc đáp)',
    examples: ['trả lời', 'phúc đáp'],
  },
  {
    rule: 'form-of',
    kind: 'cites',
    cues: ['mẫu', 'biểu', 'phụ lục'],
    words: '(?:mẫu|biểu mẫu|biểu|phụ lục)(?: số)?(?: \\d{1,3}[a-z]?)?',
    examples: ['mẫu số 07 ban hành kèm theo'],
  },
  {
    rule: 'named-in',
    kind: 'cites',
    cues: ['nêu', 'đề ra', 'xác định', 'giao', 'ghi', 'đặt ra'],
    words: '(?:nêu|nêu ra|đề ra|xác định|được giao|giao|ghi|đã nêu|đặt ra)(?: ra)? (?:tại|trong|ở)',
    examples: ['các nhiệm vụ nêu ra trong', 'chỉ tiêu được giao tại'],
  },
  {
    rule: 'done-under',
    kind: 'cites',
    cues: [' theo'],
    words: '(?:thành lập|công nhận|phê duyệt|bổ nhiệm|kiện toàn|cấp phép) theo',
    examples: ['được thành lập theo'],
  },
  {
    rule: 'proposal',
    kind: 'on-proposal',
    cues: ['đề nghị', 'thống nhất', 'nhất trí', 'đồng ý', 'chấp thuận'],
    words:
      '(?:(?:theo|xét) đề nghị (?:của )?[^;,.]{3,90}? (?:tại|trong|\\()|(?:thống nhất|nhất trí|đồng ý|chấp thuận) (?:với )?(?:đề xuất|đề nghị|nội dung|chủ trương|phương án)(?: [^;,.]{1,60}?)?(?: (?:tại|nêu tại|trong|của))?)',
    examples: [
      'thống nhất với đề xuất tại',
      'nhất trí với nội dung',
      'theo đề nghị của Giám đốc Sở Nội vụ tại',
      'xét đề nghị của Ban Tổ chức (',
    ],
  },
  {
    rule: 'ground',
    kind: 'basis',
    cues: ['ăn ', 'heo', 'rên cơ sở', 'ựa trên', 'quy định tại', 'đúng', 'xem xét'],
    words: `(?:[Cc]ăn cứ(?: vào)? (?:Luật|Bộ luật|Điều lệ|Hiến pháp|Pháp lệnh)[^;.]{2,90} và|[Cc]ăn cứ(?: vào)? ${instruments}[^;.]{0,160}? ${issuedWith}|(?<!tiếp |kèm )[Tt]heo(?: đúng)? ${instruments}[^;.,]{0,160}? ${issuedWith}|[Cc]ăn(?: cứ(?: vào)?)?|(?<!tiếp |kèm )[Tt]heo(?: đúng)?(?: tinh thần| quy định| yêu cầu| hướng dẫn| nội dung| chỉ đạo| kế hoạch| đề nghị)?(?: của| tại| trong)?|[Tt]rên cơ sở(?: xem xét)?|[Dd]ựa trên|(?<!(?:các|những|đúng|nghiêm|hiện|dung) )(?:được )?quy định tại|[Ss]ong song với quy định tại|đúng (?:theo |với )?|sau khi xem xét)`,
    examples: ['Căn cứ', 'theo', 'theo tinh thần', 'theo quy định tại Điều 5', 'theo danh mục thiết bị ban hành tại'],
  },
  {
    rule: 'go-with',
    apart: 'go-with-apart',
    kind: 'related',
    cues: ['ắn ', 'ùng với', 'ết hợp', 'i đôi', 'ồng ghép', 'ồng bộ'],
    words:
      '(?:gắn với|gắn kết (?:chặt chẽ )?với|gắn (?:chặt|liền)(?: chẽ)? (?:với)?|gắn(?: kết)?(?: chặt chẽ)? (?:giữa )?[^;.]{0,60}? với|cùng với|kết hợp (?:chặt chẽ )?(?:với|giữa)|đi đôi với|lồng ghép (?:với|[^;.]{0,40}? với)|đồng bộ với|kết hợp gắn với)',
    examples: ['gắn với thực hiện', 'gắn với việc thực hiện', 'kết hợp với', 'gắn kết chặt chẽ việc thực hiện … với việc thực hiện'],
  },
  {
    rule: 'review',
    apart: 'review-apart',
    kind: 'reviews',
    cues: ['ơ kết', 'ổng kết', 'ơ, t', 'iểm điểm', 'ánh giá', 'à soát', 'áo cáo'],
    words:
      '(?:sơ kết|tổng kết|sơ, tổng kết|kiểm điểm|đánh giá|rà soát kết quả|báo cáo (?:kết quả|tình hình|sơ kết|tổng kết|đánh giá|việc))',
    examples: ['sơ kết 03 năm thực hiện', 'tổng kết', 'báo cáo kết quả thực hiện'],
  },
  {
    rule: 'carry-out',
    apart: 'carry-out-apart',
    kind: 'implements',
    cues: [
      'hực hiện',
      'riển khai',
      'ụ thể',
      'ướng dẫn',
      'uán triệt',
      'hi hành',
      'hấp hành',
      'hổ biến',
      'uyên truyền',
      'ọc tập',
      'ghiên cứu',
      'ận dụng',
      'ưa',
      'hể chế',
      'iếp thu',
      'hi tiết',
    ],
    words:
      '(?:thực hiện|triển khai|cụ thể hóa|cụ thể hoá|hướng dẫn|quán triệt|thi hành|(?<!Ban )chấp hành|phổ biến|tuyên truyền|học tập|nghiên cứu|vận dụng|đưa|thể chế hóa|thể chế hoá|tiếp thu|cụ thể|quy định chi tiết)',
    examples: ['thực hiện', 'triển khai thực hiện', 'nghiên cứu, học tập, quán triệt', 'cụ thể hóa'],
  },
];

/** Words that may stand before a verb of carrying out and make one phrase with it ("tiếp tục đẩy mạnh | thực hiện"). */
export const leadingVerbs =
  '(?:tiếp tục|đẩy mạnh|tăng cường|tổ chức|lãnh đạo|chỉ đạo|quán triệt|triển khai|thực hiện|thi hành|học tập|nghiên cứu|hướng dẫn|quy định chi tiết|cụ thể hóa|cụ thể hoá|thể chế hóa|thể chế hoá|việc|sâu rộng|nghiêm túc|có hiệu quả|hiệu quả|kịp thời|tốt|nghiêm)';

/**
 * Which finer kind the words of a phrase state, from its first verb to its last; tried in order, the first that fits its parent counts.
 * A list of verbs of which only one is finer ("quán triệt, cụ thể hóa và thực hiện") states the general kind.
 */
export const finerKinds: readonly { readonly kind: RelationKind; readonly words: RegExp; readonly examples: readonly string[] }[] = [
  { kind: 'corrects', words: /^đính chính/iu, examples: ['đính chính'] },
  { kind: 'extends', words: /^(?:gia hạn|kéo dài)/iu, examples: ['gia hạn thời gian thực hiện'] },
  {
    kind: 'suspends',
    words: /^(?:(?:tạm )?đình chỉ|tạm dừng|(?:tạm )?(?:ngưng|ngừng) (?:hiệu lực|thực hiện|việc))/iu,
    examples: ['tạm đình chỉ', 'ngưng hiệu lực của'],
  },
  {
    kind: 'repeals',
    words: /^(?:bãi bỏ|h(?:ủ|u)(?:ỷ|y)? bỏ|chấm dứt|hết hiệu lực|không còn hiệu lực)(?!.*thay thế)/iu,
    examples: ['bãi bỏ', 'hết hiệu lực thi hành'],
  },
  { kind: 'continues', words: /^tiếp tục/iu, examples: ['tiếp tục quán triệt, thực hiện'] },
  {
    kind: 'guides',
    words: /^(?:hướng dẫn|quy định chi tiết)(?!,)/iu,
    examples: ['hướng dẫn thực hiện', 'quy định chi tiết và hướng dẫn thi hành'],
  },
  { kind: 'concretizes', words: /^(?:cụ thể h(?:óa|oá)|thể chế h(?:óa|oá))$/iu, examples: ['cụ thể hóa', 'thể chế hoá'] },
  { kind: 'reports-on', words: /^(?:báo cáo (?:kết quả|tình hình|việc)|kết quả|tình hình)/iu, examples: ['báo cáo kết quả', 'tình hình'] },
];

/** Small words that may stand between a phrase and the document: parts of it, its kind, a determiner. */
export const filler =
  '(?:\\p{Lu}\\p{L}*(?: \\p{Ll}+){0,3} này|Báo cáo(?: \\p{Ll}+){1,5} số|một số|các|những|nội dung|điều|khoản|điểm|mục|phần|chương|của|tại|trong|ở|và|việc|văn bản|quy định|thời hạn|đ(?=\\s)|[a-h]|Điều|Khoản|Điểm|Mục|Phần|Chương|Phụ lục|số|\\d{1,3}|[IVX]+|,|toàn bộ|đối với|nêu|tinh thần|là|mẫu|biểu|ban hành|kèm theo|đề nghị|\\p{Lu}[\\p{L}]*|ủy|nhân|dân|giám|đốc|trưởng|phòng|vụ)';
