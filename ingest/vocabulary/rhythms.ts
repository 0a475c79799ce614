import { phraseList } from './phrases.ts';

/** Numbers as rhythms write them. */
export const counts: Readonly<Record<string, number>> = { một: 1, hai: 2, ba: 3, bốn: 4, năm: 5, sáu: 6, chín: 9 };

/**
 * Nouns that a rhythm or a year behind them describes: "kế hoạch hằng năm" is the yearly plan, not a duty of every year;
 * "Chiến lược … đến năm 2030" is the strategy's horizon. (Gold annotations, section on deadlines.)
 */
export const describedByRhythm: readonly string[] = phraseList(`
    kế hoạch; chương trình; chuyên đề; dự toán; ngân sách; kinh phí; nhiệm vụ; nhiệm vụ chính trị; mục tiêu; chỉ tiêu; cam kết;
    phân loại; xếp loại; toàn khóa và; toàn khóa; nhiệm kỳ và; nghị quyết lãnh đạo; lịch công tác; chủ đề; chỉ số; danh mục; kết quả; tiêu chí; công việc; việc; hội
    nghị; trợ cấp; phụ cấp; trợ cấp ưu đãi; hưởng trợ cấp; lương; tiền lương; sinh hoạt phí
  `);

export const describedByHorizon: readonly string[] = phraseList(`
    chiến lược; đề án; chương trình; quy hoạch; mục tiêu; tầm nhìn; định hướng; dự án; phương án; giai đoạn; nghị quyết; kế hoạch;
    chỉ tiêu; lộ trình
  `);

/** Words before "thường xuyên" that make it a quality of a result or of a thing, not the rhythm of a duty. */
export const describedByContinuity: readonly string[] = phraseList(`
    bảo đảm; đảm bảo; kinh phí; ngân sách; được; thành; trở thành; nhiệm vụ; công việc; việc làm; sinh hoạt; giáo dục; chưa;
    không; tính; chi; nếp; trọng tâm; là; tự giác; quan trọng; nhu cầu; thói quen; cấp bách; vốn; nghĩa vụ
  `);

/** Words before a bare "định kỳ" that make it a kind of meeting, not the rhythm of a duty. */
export const describedByPeriod: readonly string[] = ['sinh hoạt', 'phiên họp', 'cuộc họp', 'giao ban', 'không', 'chưa'];

/** Words that begin a subordinate clause: a rhythm behind them dates that clause, not the duty. */
export const subordinate: readonly string[] = phraseList(`
    sau khi; khi; gắn với; kết hợp với; cùng với; thông qua; trong bản; trong các; thành tích; sau học tập; tại hội nghị; để đánh
    giá
  `);
