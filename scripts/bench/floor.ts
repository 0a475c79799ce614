/**
 * The plain scan: one expression with the ten forms that a first try at this task looks for, in any case and at the edges of words, as anyone would
 * write it. It repairs nothing, relates nothing and knows no sentence; it is the yardstick for what merely passing over the text costs in this process.
 */
const forms = {
  symbol: String.raw`\d{1,5}\s?[-–/]\s?(?:\d{4}\s?/\s?)?\p{Lu}[\p{L}\d]{0,8}\s?[-–/]\s?\p{Lu}[\p{L}\d]{0,12}`,
  day: String.raw`\d{1,2}[/.-]\d{1,2}[/.-]\d{4}`,
  dayInWords: String.raw`ngày \d{1,2} tháng \d{1,2}(?:,? năm \d{4})?`,
  period: String.raw`(?:tháng \d{1,2}|quý (?:IV|I{1,3})|6 tháng (?:đầu|cuối) năm|năm) ?(?:năm |/)?\d{4}`,
  rhythm: '(?:hằng|hàng) (?:ngày|tuần|tháng|quý|năm)|định kỳ|thường xuyên',
  noun: '(?:Nghị quyết|Nghị định|Chỉ thị|Kết luận|Quy định|Quyết định|Kế hoạch|Hướng dẫn|Báo cáo|Thông báo|Chương trình|Công văn|Luật)(?: số)?',
  term: 'khóa [IVX]{1,5}',
  body: String.raw`(?:Ban|Ủy ban|Bộ|Sở|Văn phòng|Đảng ủy|Tỉnh ủy|Thành ủy|Huyện ủy)(?: \p{Lu}\p{Ll}*(?: \p{Ll}+)?){1,6}`,
  relation: 'thực hiện|căn cứ|theo|thay thế|sửa đổi|bổ sung|bãi bỏ|sơ kết|tổng kết|gắn với',
  close: String.raw`Nơi nhận|T/M|TM\.|K/T|KT\.|T/L|TL\.`,
} as const;

const combined = new RegExp(
  `(?<![\\p{L}\\p{N}])(?:${Object.entries(forms)
    .map(([name, form]) => `(?<${name}>${form})`)
    .join('|')})(?![\\p{L}\\p{N}])`,
  'giu',
);

/** Each of the forms that stands in the text, with its place: the least that anything which extracts must hand on. */
export function plainScan(text: string): { form: string; start: number; end: number }[] {
  const found: { form: string; start: number; end: number }[] = [];
  for (const match of text.matchAll(combined)) {
    const [form] = Object.entries(match.groups ?? {}).find(([, words]) => words !== undefined) ?? [''];
    found.push({ form, start: match.index, end: match.index + match[0].length });
  }
  return found;
}
