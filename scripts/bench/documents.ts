import { randomFrom } from '../generate/random.ts';

/**
 * A small world for tests that need many documents which belong together: texts of 2 to 10 KB in the forms of provincial Party offices, that cite
 * the same four documents of the centre and each other, every number in six provinces. The same number always gives the same document.
 * Documents of all forms, with what is true of them, are in `scripts/generate`.
 */
export interface GeneratedDocument {
  readonly name: string;
  readonly text: string;
}

const provinces = ['Bến Tre', 'Cà Mau', 'Đồng Tháp', 'Lào Cai', 'Phú Yên', 'Quảng Trị'] as const;
const types = [
  { code: 'KH', name: 'KẾ HOẠCH', noun: 'Kế hoạch' },
  { code: 'BC', name: 'BÁO CÁO', noun: 'Báo cáo' },
  { code: 'KL', name: 'KẾT LUẬN', noun: 'Kết luận' },
  { code: 'CT', name: 'CHỈ THỊ', noun: 'Chỉ thị' },
] as const;
const central = [
  { key: '12-CT/TW', noun: 'Chỉ thị', date: '14/4/2021', issuer: 'Ban Bí thư', about: 'bảo tồn nghề thủ công truyền thống ở nông thôn' },
  { key: '33-KL/TW', noun: 'Kết luận', date: '02/8/2021', issuer: 'Bộ Chính trị', about: 'tiếp tục đổi mới công tác lưu trữ, hồ sơ' },
  {
    key: '47-QĐ/TW',
    noun: 'Quy định',
    date: '21/02/2022',
    issuer: 'Ban Chấp hành Trung ương',
    about: 'trách nhiệm tiếp dân của người đứng đầu cấp ủy',
  },
  { key: '19-NQ/TW', noun: 'Nghị quyết', date: '30/6/2022', issuer: 'Bộ Chính trị', about: 'phát triển kinh tế rừng bền vững' },
] as const;
const bodies = [
  'Ban Tuyên giáo Tỉnh ủy',
  'Ban Tổ chức Tỉnh ủy',
  'Ủy ban Kiểm tra Tỉnh ủy',
  'Văn phòng Tỉnh ủy',
  'Đảng ủy Khối các cơ quan tỉnh',
  'Ban Thường vụ các huyện ủy',
  'Ủy ban Mặt trận Tổ quốc tỉnh',
] as const;
const duties = [
  'tổ chức lớp bồi dưỡng kỹ năng quản lý hồ sơ cho cán bộ văn phòng cấp cơ sở',
  'rà soát danh mục làng nghề cần được hỗ trợ và lập bản đồ phân bố',
  'xây dựng chuyên mục giới thiệu gương nghệ nhân trên báo và đài của tỉnh',
  'theo dõi, đôn đốc việc giải quyết kiến nghị của Nhân dân sau các buổi tiếp dân',
  'thẩm định kế hoạch trồng rừng gỗ lớn của các đơn vị trực thuộc',
  'tham mưu tổ chức hội nghị đánh giá kết quả và đề xuất khen thưởng',
] as const;
const whens = [
  'trước ngày 15/11/2023',
  'chậm nhất ngày 20/12/2023',
  'trong quý III năm 2023',
  'định kỳ 6 tháng một lần',
  'hằng quý',
  'trong tháng 9 năm 2023',
  'hằng năm',
] as const;
const openings = [
  'Cùng với đó,',
  'Bên cạnh kết quả đạt được,',
  'Trong thời gian qua,',
  'Qua theo dõi,',
  'Nhìn chung,',
  'Thời gian tới,',
] as const;
const subjects = [
  'các cấp ủy và chính quyền địa phương',
  'đội ngũ cán bộ làm công tác văn phòng',
  'các hợp tác xã và hộ gia đình làm nghề',
  'hệ thống loa truyền thanh cơ sở',
  'các tổ chức đoàn thể ở thôn, bản',
] as const;
const deeds = [
  'đã chủ động đưa nội dung này vào chương trình công tác và phân công người phụ trách cụ thể',
  'đã phối hợp chặt chẽ để tháo gỡ khó khăn về mặt bằng, vốn vay và nguyên liệu tại chỗ',
  'còn lúng túng trong khâu thống kê, cập nhật số liệu và lưu giữ tài liệu điện tử',
  'đã tổ chức nhiều đợt sinh hoạt chuyên đề, thu hút đông đảo người dân tham gia đóng góp ý kiến',
  'cần được bồi dưỡng thêm về nghiệp vụ, nhất là ở những nơi vừa sáp nhập địa bàn',
] as const;

/** The document of this number, from 0. */
export function documentOf(index: number): GeneratedDocument {
  const random = randomFrom(index + 1);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)]!;
  const province = provinces[index % provinces.length]!;
  const type = types[Math.floor(index / provinces.length) % types.length]!;
  const number = 10 + Math.floor(index / (provinces.length * types.length));
  const date = dayOf(index);
  const leading = pick(central);
  const paragraph = () => Array.from({ length: 2 + Math.floor(random() * 3) }, () => sentence(pick)).join(' ');
  const cited = citationsOf(index, pick);

  const lines = [
    'TỈNH ỦY                                ĐẢNG CỘNG SẢN VIỆT NAM',
    `Số ${number}-${type.code}/TU                    ${province}, ngày ${two(date.day)} tháng ${two(date.month)} năm ${date.year}`,
    '',
    type.name,
    `thực hiện ${leading.noun} số ${leading.key} của ${leading.issuer}`,
    `về ${leading.about}`,
    '-----',
    '',
    `Thực hiện ${leading.noun} số ${leading.key}, ngày ${leading.date} của ${leading.issuer} về ${leading.about}, Ban Thường vụ Tỉnh ủy ban hành ${type.noun.toLowerCase()} như sau:`,
    'I- TÌNH HÌNH',
    ...Array.from({ length: 2 + Math.floor(random() * 5) }, (_, at) => `${at + 1}. ${paragraph()}`),
    ...cited.map((words) => `- ${words}`),
    'II- NHIỆM VỤ, GIẢI PHÁP',
    ...Array.from({ length: 2 + Math.floor(random() * 5) }, (_, at) => `${at + 1}. ${paragraph()}`),
    'III- TỔ CHỨC THỰC HIỆN',
    ...Array.from(
      { length: 3 + Math.floor(random() * 4) },
      (_, at) => `${at + 1}. ${pick(bodies)} ${pick(duties)}, hoàn thành ${pick(whens)}.`,
    ),
    `Mã theo dõi nội bộ: ${index}.`,
    '',
    'Nơi nhận:                                   T/M BAN THƯỜNG VỤ',
    `- ${pick(bodies)},                          PHÓ BÍ THƯ`,
    '- Lưu Văn phòng Tỉnh ủy.',
    '                                            Ngô Đình Khải',
  ];
  return { name: `${number}-${type.code}-${index}.txt`, text: lines.join('\n') };
}

type Pick = <T>(list: readonly T[]) => T;

function sentence(pick: Pick): string {
  return `${pick(openings)} ${pick(subjects)} ${pick(deeds)}.`;
}

/** Words that cite the centre, and an earlier document of the same province where there is one. */
function citationsOf(index: number, pick: Pick): string[] {
  const other = pick(central);
  const words = [`Việc quán triệt ${other.noun} số ${other.key} ngày ${other.date} của ${other.issuer} được tiến hành đến từng chi bộ.`];
  const step = provinces.length;
  if (index < step) return words;
  const earlier = index - step;
  const type = types[Math.floor(earlier / step) % types.length]!;
  const number = 10 + Math.floor(earlier / (step * types.length));
  const { day, month, year } = dayOf(earlier);
  words.push(
    `Tiếp tục thực hiện ${type.noun} số ${number}-${type.code}/TU, ngày ${day}/${month}/${year} của Ban Thường vụ Tỉnh ủy ${provinces[earlier % step]}.`,
  );
  return words;
}

function dayOf(index: number): { day: number; month: number; year: number } {
  return { day: 1 + (index % 28), month: 1 + (Math.floor(index / 28) % 12), year: 2021 + (Math.floor(index / 336) % 4) };
}

function two(number: number): string {
  return String(number).padStart(2, '0');
}

export { randomFrom };
