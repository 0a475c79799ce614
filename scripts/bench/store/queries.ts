import type { QueryFilters } from '#services/query/query.ts';
import type { StoredDocument } from '#services/store/port.ts';

/** A question as a reader types it. */
export interface Asked {
  readonly kind: string;
  readonly words: string;
  readonly filters: QueryFilters;
}

const typed: Readonly<Record<string, readonly string[]>> = {
  words: [
    'làng nghề',
    'chuyển đổi số ở cơ sở',
    'tiếp dân',
    'kiểm tra giám sát đảng viên',
    'hồ sơ lưu trữ',
    'phát triển kinh tế rừng',
    'cải cách hành chính',
    'nghệ nhân',
  ],
  'bare words': [
    'lang nghe',
    'chuyen doi so',
    'tiep dan',
    'kiem tra giam sat',
    'ho so luu tru',
    'kinh te rung',
    'hanh chinh',
    'bao cao ket qua',
  ],
  'half-toned words': [
    'lang nghề truyen thống',
    'chuyển doi số',
    'tiep dân nguoi đứng đầu',
    'kiểm tra giam sat',
    'ho sơ luu trữ',
    'cải cach hành chinh',
  ],
  phrases: [
    '"chuyển đổi số"',
    '"người đứng đầu"',
    '"Ban Thường vụ"',
    '"thủ tục hành chính"',
    '"nghề thủ công truyền thống"',
    '"Ủy ban nhân dân"',
  ],
  'bare phrases': ['"chuyen doi so"', '"nguoi dung dau"', '"ban thuong vu"', '"thu tuc hanh chinh"', '"uy ban nhan dan"'],
  'half-toned phrases': [
    '"chuyen đổi so"',
    '"nguoi đứng dau"',
    '"ban thường vu"',
    '"thủ tuc hành chinh"',
    '"nghe thủ cong truyền thống"',
    '"ủy ban nhan dan"',
  ],
};

/** About sixty questions of all kinds, some by what these documents hold: their numbers, issuers, types and years. */
export function questions(documents: readonly StoredDocument[]): Asked[] {
  const plain = Object.entries(typed).flatMap(([kind, all]) => all.map((words): Asked => ({ kind, words, filters: {} })));
  const some = documents.filter(
    ({ record }) => record.identity.key !== null && record.document.issuer !== null && record.document.date !== null,
  );
  const at = (place: number) => some[Math.floor((place * some.length) / 16) % some.length]!.record;
  const numbers = Array.from({ length: 8 }, (_, place): Asked => ({ kind: 'numbers', words: String(at(place).identity.key), filters: {} }));
  const filtered = Array.from({ length: 8 }, (_, place): Asked => {
    const { document } = at(8 + place);
    const { type, issuer, date } = document;
    const filters: QueryFilters[] = [
      { ...(type !== null && { type }) },
      { ...(issuer !== null && { issuer }) },
      { ...(date !== null && { year: date.slice(0, 4) }) },
      { from: '2020-01-01', to: '2022-06-30' },
    ];
    return {
      kind: 'words with filters',
      words: ['kế hoạch', 'báo cáo', 'nhiem vu', '"thực hiện"'][place % 4]!,
      filters: filters[place % 4]!,
    };
  });
  const cited = documents.flatMap(({ record }) => record.citations.slice(0, 1)).slice(0, 5);
  const citing = cited.map(({ key }): Asked => ({ kind: 'citing', words: 'thực hiện', filters: { cites: key } }));
  return [...plain, ...numbers, ...filtered, ...citing];
}
