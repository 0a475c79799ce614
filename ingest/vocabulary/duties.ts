import type { SentenceTells } from '#ingest/model/duty.ts';
import { foldTone, Phrases, phraseList } from './phrases.ts';
import { singleSpaced } from './spacing.ts';

const table = (rows: readonly string[]): Phrases<true> => new Phrases(rows.map((words) => [words, true]));

/** Verbs that a duty's predicate begins with, and the adverbs and modals before them. Lower-case; in names these words stand in capitals. */
export const dutyVerbs = table(
  phraseList(`
    có trách nhiệm; chịu trách nhiệm; có nhiệm vụ; cần; cần phải; phải; sẽ; nghiêm túc; có kế hoạch; có biện pháp; có giải pháp;
    có hình thức; có văn bản; có chính sách; có cơ chế; trọng tâm là; được giao; được phân công; được yêu cầu; không được; không để;
    là cơ quan; là đơn vị; là đầu mối; tiếp tục; chủ động; tích cực; thường xuyên; kịp thời; khẩn trương; định kỳ; hằng năm; hàng năm; hằng tháng; hàng tháng; hằng
    quý; hàng quý; trước mắt; trực tiếp; đồng thời; ngay; quyết liệt; kiên quyết; mỗi năm; từng bước; tự; nhanh chóng; luôn; linh
    hoạt; sớm; căn cứ; trên cơ sở; theo; thông qua; tùy; dựa trên; gắn; chủ trì; phối hợp; tham mưu; giúp; lãnh đạo; chỉ đạo;
    triển khai; tổ chức; thực hiện; quán triệt; tuyên truyền; phổ biến; học tập; cụ thể hóa; xây dựng; ban hành; hoàn thành; hoàn
    thiện; hoàn chỉnh; hoàn tất; hướng dẫn; kiểm tra; giám sát; đôn đốc; theo dõi; tổng hợp; báo cáo; sơ kết; tổng kết; đánh giá;
    rà soát; bổ sung; sửa đổi; đề xuất; kiến nghị; nghiên cứu; đẩy mạnh; tăng cường; nâng cao; đổi mới; phát huy; phát hiện; phát
    động; biểu dương; khen thưởng; bồi dưỡng; đào tạo; tập huấn; tập trung; chú trọng; quan tâm; ưu tiên; bố trí; cân đối; bảo
    đảm; đảm bảo; cấp; phân bổ; phân công; giao; cung cấp; đăng tải; thông tin; định hướng; biên soạn; in ấn; phát hành; chuẩn bị;
    gửi; nộp; lập; trình; thẩm định; phê duyệt; xem xét; quyết định; lựa chọn; chọn; xét; xét chọn; bình chọn; giới thiệu; đề
    nghị; đưa; lồng ghép; kết hợp; vận động; động viên; khuyến khích; hưởng ứng; tham gia; đăng ký; cam kết; ký cam kết; viết;
    thành lập; kiện toàn; củng cố; sắp xếp; duy trì; mở; tiến hành; phản ánh; tiếp thu; giải quyết; xử lý; khắc phục; chấn chỉnh;
    ngăn chặn; đấu tranh; phòng ngừa; phòng, chống; bám sát; xác định; quản lý; phụ trách; đảm nhận; đảm nhiệm; chấp hành; thi
    hành; gương mẫu; nêu gương; tạo; tạo điều kiện; hỗ trợ; cử; mời; tiếp nhận; cập nhật; khai thác; ứng dụng; công khai; niêm
    yết; lấy ý kiến; góp ý; thống kê; khảo sát; điều tra; phân tích; dự báo; vận hành; đầu tư; huy động; lắng nghe; tiếp; đối
    thoại; phản bác; bảo vệ; giữ gìn; lan tỏa; nhân rộng; tôn vinh; sử dụng; rút kinh nghiệm; kiểm điểm; tự phê bình; quy định;
    đôn đốc, kiểm tra; phân cấp; ủy quyền; thống nhất; đáp ứng; đề ra; giáo dục; truyền thông; đưa tin; viết bài; dành; mở rộng;
    cải thiện; cải cách; rút ngắn; giảm; tháo gỡ; xác minh; thanh tra; truy tố; xét xử; điều chỉnh; đề cao; làm; làm tốt; nắm; nắm
    bắt; nắm tình hình; kiểm soát; chuyển; tích hợp; kết nối; liên hệ; trao đổi; kết thúc; bắt đầu; khởi động; khai trương; khai
    mạc; trao; xuất bản; số hóa; luân chuyển; chuyển giao; ghi; đóng; lắp đặt; siết chặt; trưng bày; cắt giảm; giám định; chuyển
    đổi; hằng tuần; hàng tuần; lấy; nhận; quyên góp; phân phối; mua sắm; mua; xin; thẩm tra; soạn thảo; chỉnh lý; chỉnh trang; sưu
    tầm; quảng bá; tổ chức đảng viên; phát triển; lưu trữ; thu thập; phục vụ; phân định; thể chế hóa; thể hiện; tiết kiệm; dự; chịu; khuyến
    nghị; nhắc nhở; hòa giải; ký kết; ký; trang bị; bàn giao; công bố; tuyển chọn; thực hành; đồng hành; giúp đỡ; chăm lo; vào
    cuộc; chia sẻ; quan trắc; phân loại; xếp loại; thông báo; thông tin, tuyên truyền; giám sát, phản biện; trả; trả lời; giải
    ngân; cho ý kiến; chi trả; thanh toán; quyết toán; thu hồi; thu hút; thăm hỏi; thăm; tặng quà; gặp mặt; dâng hương; đón tiếp;
    đăng; phát sóng; treo; sẵn sàng; ứng phó; cứu trợ; sơ tán; di dời; khám bệnh; khám sức khỏe; điều trị; tiêm chủng; nhập dữ
    liệu; bảo trì; nâng cấp; cải tạo; sửa chữa; khởi công; nghiệm thu; khánh thành; họp; giao ban; sinh hoạt; tư vấn; xử phạt; tuần
    tra; đo đạc; cắm mốc; thay thế; lắp; trồng; kiểm kê; kê khai; giải trình; kiểm toán; phân luồng
  `),
);

/** Verbs that lay a duty on the body named after them. */
export const delegations = table(
  phraseList(`
    giao; giao cho; giao trách nhiệm; giao trách nhiệm cho; giao nhiệm vụ cho; phân công; ủy quyền; ủy quyền cho; ủy nhiệm; yêu
    cầu; đề nghị; trân trọng đề nghị; kính đề nghị; kiến nghị; thống nhất giao; đồng ý giao; tiếp tục giao; chỉ đạo, giao; lưu ý
  `),
);

/** Words that make what stands before them a subject even without a comma: `Việc này các cấp ủy cần …`. */
export const modals = table(['sẽ', 'có trách nhiệm', 'chịu trách nhiệm', 'cần phải']);

/** After the subject: what follows is an account of the past, a state or a judgement, and no duty. */
export const accounts = table(
  phraseList(`
    nào; đã; đang; chưa; vừa; từng; vẫn; còn; được; bị; là; có; không; nhận thấy; ghi nhận; đánh giá cao; nhất trí; kết luận; cơ
    bản; đều; cũng; thẳng thắn; trân trọng cảm ơn; mong; hoan nghênh; thời gian qua; trong thời gian qua; nhận thức; thông báo như
    sau; báo cáo như sau; xin thông báo; trân trọng thông báo; thông báo để; thông báo đến; xin báo cáo; xin gửi; trân trọng báo
    cáo; có văn bản số; có công văn; có công văn số; có tờ trình; có báo cáo số; có thông báo số;
    thống nhất với báo cáo; thống nhất với nội dung; thống nhất với đề nghị; thống nhất với kiến nghị; thống nhất chủ trương; thống
    nhất để; thống nhất nội dung; cơ bản thống nhất; đồng ý; tán thành
  `),
);

/** Phrases of `accounts` words that lay a duty all the same. */
export const dutiesAllTheSame = table(
  phraseList(`
    có trách nhiệm; có nhiệm vụ; có kế hoạch; có biện pháp; có giải pháp; có hình thức; có văn bản; được giao; được phân công;
    được yêu cầu; không được; không để; không tổ chức; là cơ quan; là đơn vị; là đầu mối; là thường trực; còn phải
  `),
);

/** A body behind `do` leads where one of these follows: `do Sở Nội vụ chủ trì`. */
export const agentVerbs = table(
  phraseList(`
    chủ trì; lãnh đạo; chỉ đạo; thực hiện; phụ trách; tổ chức; đảm nhận; đảm nhiệm; chịu trách nhiệm; trực tiếp; xem xét; quyết
    định; hướng dẫn; tham mưu; phối hợp; bảo đảm; đảm bảo; cân đối; bố trí; theo dõi; tổng hợp; quy định; quản lý; xây dựng; chuẩn
    bị; làm; kiểm tra; triển khai
  `),
);

/** Accounts that may only describe the subject: `Các chi bộ chưa ban hành kế hoạch khẩn trương hoàn thành …`. */
export const conditions = table(['chưa', 'đang', 'còn']);

/** In a note in brackets these words alone make the body before them the leader. */
export const leadingVerbs = table(['chủ trì', 'thực hiện', 'phụ trách', 'tham mưu', 'chịu trách nhiệm', 'đảm nhận']);

/** Words before the names in a heading that says whose duties follow: `Trách nhiệm của Sở Nội vụ`, `Đối với các chi bộ`. */
export const owners = table(['trách nhiệm của', 'nhiệm vụ của', 'đối với', 'về phía', 'phân công', 'phân công cho']);

/** Words between `phối hợp` and the body that is to join in. */
export const jointly = table(
  phraseList(`
    chặt chẽ; tốt; đồng bộ; hiệu quả; có hiệu quả; thường xuyên; kịp thời; nhịp nhàng; cùng; với; cùng với; giữa; chặt chẽ với;
    chặt chẽ cùng
  `),
);

/** Opening phrases: the main clause, with its subject, stands after a comma. */
export const openings = table(
  phraseList(`
    kết thúc; nhận được; trên cơ sở; căn cứ; thực hiện; theo; để; nhằm; trong quá trình; sau; sau khi; ngay sau; ngay sau khi;
    ngay từ; khi; nếu; trong; thông qua; từ; hằng năm; hàng năm; định kỳ; hằng tháng; hàng tháng; hằng quý; hàng quý; mỗi năm; mỗi
    quý; mỗi tháng; đồng thời; trước mắt; bên cạnh đó; ngoài ra; song song; cùng với; riêng; năm; quý; tháng; trước; chậm nhất;
    đến; vào; tùy; tùy theo; qua; bằng; với; phấn đấu; đặc biệt; ở; tại; đối với; kể từ; triển khai; gắn với; xuất phát từ; dưới;
    cuối; đầu; trường hợp; lưu ý; do đó; vì vậy; vì thế; do; giai đoạn; nhân; nhân dịp; việc; quá trình; song
  `),
);

/** Sentences that begin so tell of the past. */
export const pastOpenings = table(
  phraseList(`
    trong những năm qua; những năm qua; trong các năm qua; trong thời gian qua; thời gian qua; vừa qua; trong năm qua; qua theo dõi; qua
    tổng hợp; đến nay; trong những năm gần đây; những năm gần đây; thống nhất để; thống nhất với báo cáo; thống
    nhất với đề nghị; thống nhất với kiến nghị; cơ bản thống nhất; nhất trí; cơ bản đồng ý; đồng ý chủ trương; đồng ý về chủ trương
  `),
);

/** Sentences that begin so are none of a duty: mottoes, themes, materials, definitions, targets, effect. */
export const idleOpenings = table(
  phraseList(`
    phương châm; khẩu hiệu; chủ đề; thông điệp; đây là; đó là; tài liệu; địa điểm; thành phần; căn cứ pháp lý;
    nơi nhận; kính gửi; gửi kèm; tiêu chí; ghi chú
  `),
);

/** What `khi có …` must name to be a condition and not a time. */
export const conditionEvents = table(
  phraseList(`
    phát sinh; yêu cầu; thay đổi; biến động; vướng mắc; khó khăn; nhu cầu; sự cố; tình huống; vấn đề; chủ trương; hướng dẫn; văn bản;
    dấu hiệu; ý kiến; điều chỉnh
  `),
);

/** Words that begin the main clause behind a condition even without a comma. */
export const clauseBreaks = table(['đề nghị', 'kịp thời', 'cần phải', 'các đơn vị', 'các cơ quan', 'các địa phương']);

/** What a sentence or its label tells: a duty of its own; when, who leads or who joins in the duty above; or nothing of a duty. */
export type Tells = SentenceTells;

/** "Cơ quan chủ trì", "Cơ quan, đơn vị phối hợp thực hiện": what a label says of whatever it calls a body. */
function ofBodies(sayings: string): string[] {
  const bodies = ['cơ quan', 'đơn vị', 'cơ quan, đơn vị', 'các cơ quan', 'các đơn vị', 'các cơ quan, đơn vị', 'bộ phận', 'ban, ngành'];
  return phraseList(sayings).flatMap((saying) => bodies.map((body) => `${body} ${saying}`));
}

/** Labels before a colon that tell something of the duty above them. */
export const labels = new Phrases<Tells>([
  ...phraseList(`
    thời gian; thời hạn; tiến độ; hạn hoàn thành; thời điểm; hoàn thành; thời gian hoàn thành; thời gian thực hiện; thời hạn hoàn
    thành; thời gian báo cáo; thời gian tổ chức
  `).map((words) => [words, 'time'] as const),
  ...ofBodies(`
    chủ trì; chủ trì, thực hiện; chủ trì thực hiện; chủ trì và thực hiện; chủ trì, tham mưu; chủ trì tham mưu; thực hiện; tổ chức thực
    hiện; tham mưu; tham mưu, thực hiện; phụ trách; chịu trách nhiệm; chịu trách nhiệm chính; chịu trách nhiệm thực hiện
  `).map((words) => [words, 'lead'] as const),
  ...phraseList(`
    đầu mối; người thực hiện; người phụ trách; cán bộ phụ trách; đơn vị, cá nhân thực hiện; phân công thực hiện; trách nhiệm thực
    hiện; trách nhiệm; phân công; thực hiện; chủ trì; chủ trì, thực hiện; chủ trì thực hiện
  `).map((words) => [words, 'lead'] as const),
  ...phraseList(`sản phẩm; kết quả, sản phẩm; sản phẩm đầu ra; kết quả đầu ra; dự kiến sản phẩm; dự kiến kết quả`).map(
    (words) => [words, 'idle'] as const,
  ),
  ...ofBodies(`phối hợp; phối hợp thực hiện; phối hợp, thực hiện; cùng phối hợp; tham gia; tham gia phối hợp`).map(
    (words) => [words, 'joint'] as const,
  ),
  ...phraseList(`phối hợp; phối hợp thực hiện`).map((words) => [words, 'joint'] as const),
]);

/** Labels that may go on before their colon: `Thời gian tổ chức hội nghị:`. */
export const openLabels = table(['thời gian', 'thời hạn', 'tiến độ', 'thời điểm']);

/** Labels of the work itself. */
export const workLabels = table(['nội dung', 'nhiệm vụ', 'hoạt động', 'công việc', 'nội dung thực hiện', 'nội dung công việc']);

/** Sentences without a label that tell the time of the duty before them. */
export const timeOpenings = table(
  phraseList(`
    thời gian; thời hạn; tiến độ; hoàn thành trước; hoàn thành trong; hoàn thành vào; hoàn thành chậm nhất; hoàn thành xong trước;
    xong trước; chậm nhất; hạn cuối
  `),
);

/** What a column of a table of tasks holds. */
export type TableColumn = 'work' | 'lead' | 'joint' | 'time';

/** The patterns read folded words: the tone stands on the first vowel throughout (`hòan`, `họat`). */
const columns: readonly { readonly column: TableColumn; readonly pattern: RegExp }[] = [
  { column: 'joint', pattern: /phối hợp/u },
  { column: 'time', pattern: /thời gian|thời hạn|tiến độ|hòan thành|thời điểm/u },
  { column: 'lead', pattern: /chủ trì|đơn vị|cơ quan|phụ trách|phân công|người thực hiện|trách nhiệm|tham mưu/u },
  { column: 'work', pattern: /nội dung|nhiệm vụ|công việc|họat động|tên văn bản|giải pháp/u },
];

/** What a column with this head holds; null where it says nothing of a duty (số thứ tự, ghi chú, kinh phí). */
export function tableColumn(head: string): TableColumn | null {
  const words = foldTone(head);
  return columns.find(({ pattern }) => pattern.test(words))?.column ?? null;
}

/** What a section of a plan tells: the work itself, who leads, who joins in, or when. */
export type Section = 'work' | 'lead' | 'joint' | 'time';

/** Patterns of folded words, as those of columns. */
const body = '(?:cơ quan|đơn vị|các cơ quan|các đơn vị|bộ phận)';
const sections: readonly { readonly section: Section; readonly pattern: RegExp; readonly examples: readonly string[] }[] = [
  {
    section: 'work',
    pattern:
      /^(?:các )?(?:nội dung|nhiệm vụ|công việc|biện pháp|giải pháp|họat động)(?:,? (?:và )?(?:nội dung|nhiệm vụ|công việc|biện pháp|giải pháp|họat động|cụ thể|chủ yếu|thực hiện)){0,4}$/u,
    examples: ['Nội dung, biện pháp', 'Các hoạt động cụ thể', 'Nội dung thực hiện', 'Nhiệm vụ, giải pháp'],
  },
  {
    section: 'lead',
    pattern: new RegExp(
      `^(?:${body}(?:, ${body})? )?(?:chủ trì|thực hiện|chịu trách nhiệm|tham mưu)(?:(?:,| và) (?:phối hợp|thực hiện)| thực hiện){0,2}$|^phân công(?: thực hiện)?$`,
      'u',
    ),
    examples: ['Cơ quan chủ trì, phối hợp', 'Chủ trì thực hiện', 'Đơn vị thực hiện', 'Phân công thực hiện'],
  },
  { section: 'joint', pattern: new RegExp(`^(?:${body}(?:, ${body})? )?phối hợp(?: thực hiện)?$`, 'u'), examples: ['Cơ quan phối hợp'] },
  {
    section: 'time',
    pattern: /^(?:thời gian|thời hạn|tiến độ)(?: (?:thực hiện|hòan thành|triển khai|tổ chức))?$/u,
    examples: ['Thời gian thực hiện', 'Thời gian hoàn thành', 'Tiến độ'],
  },
];

/** The first words of all of these; most lines begin with others. */
const opensSection = /^(?:các|nội|nhiệm|công|biện|giải|hoạt|họat|cơ|đơn|bộ|chủ|thực|chịu|tham|phân|phối|thời|tiến)(?!\p{L})/iu;

/** The section that a heading of these words opens; null for any other heading. */
export function sectionOf(heading: string): Section | null {
  if (heading.length > 80 || !opensSection.test(heading)) return null;
  const words = singleSpaced(foldTone(heading)).replace(/(?<![\s.;])[\s.;]+$/u, '');
  return sections.find(({ pattern }) => pattern.test(words))?.section ?? null;
}

export const sectionExamples = sections.flatMap(({ section, examples }) => examples.map((heading) => ({ heading, section })));
