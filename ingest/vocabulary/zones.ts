/**
 * What the parts of a document are for, told by the words of their headings. In an account (phần tình hình, kết quả) "thực hiện" tells of the past;
 * in duties (nhiệm vụ, giải pháp, tổ chức thực hiện) it lays one down. Headings as in published reports, plans and conclusions.
 */
export type Zone = 'account' | 'duties';

const duties =
  /nhiệm vụ|giải pháp|phương hướng|tổ chức thực hiện|phân công|kiến nghị|đề xuất|trách nhiệm|thời gian tới|chương trình hành động|yêu cầu|nội dung|biện pháp|kế hoạch năm|mục tiêu|mục đích/iu;
const account =
  /kết quả|tình hình|đánh giá (?:chung|kết quả|việc)|ưu điểm|hạn chế|tồn tại|khuyết điểm|nguyên nhân|khái quát|bài học|đặc điểm|thuận lợi|khó khăn/iu;
/** Fields of work: in a report an account of them, in a document that looks ahead what is to be done. */
const work = /công tác (?:lãnh đạo|chỉ đạo|quán triệt|triển khai|tuyên truyền|tổ chức|xây dựng)/iu;
/** Types of documents that lay down what is to come. */
const ahead = new Set(['KH', 'HD', 'CTr', 'CTHĐ', 'CT', 'QĐ', 'QĐi', 'QC', 'ĐA', 'PA']);

const aheadInCapitals = /PHƯƠNG HƯỚNG|THỜI GIAN TỚI|NHIỆM VỤ(?: TRỌNG TÂM| CHỦ YẾU| VÀ GIẢI PHÁP|, GIẢI PHÁP)/u;

/** True for a heading that opens a part on duties wherever it stands: a main part (in capitals) on what is to come. */
export function opensDuties(heading: string, documentType: string | null): boolean {
  if (/\p{Ll}/u.test(heading)) return false;
  return aheadInCapitals.test(heading) || (/TỔ CHỨC THỰC HIỆN/u.test(heading) && documentType !== null && ahead.has(documentType));
}

/** The zone that a heading opens in a document of this type, or null where its words do not say. */
export function zoneOfHeading(heading: string, documentType: string | null): Zone | null {
  if (/phương hướng|thời gian tới|nhiệm vụ (?:trọng tâm|chủ yếu|và giải pháp)|tổ chức thực hiện|nhiệm vụ, giải pháp/iu.test(heading))
    return 'duties';
  if (account.test(heading)) return 'account';
  if (work.test(heading)) return documentType !== null && ahead.has(documentType) ? 'duties' : 'account';
  return duties.test(heading) ? 'duties' : null;
}
