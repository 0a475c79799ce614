import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { partiesAt } from '#ingest/extract/parties.ts';
import { wordsIn } from '#ingest/extract/words.ts';
import { bodyHeads } from '#ingest/vocabulary/bodies.ts';
import { sectionExamples, sectionOf } from '#ingest/vocabulary/duties.ts';
import { partExamples, purposeOf } from '#ingest/vocabulary/parts.ts';

function namesIn(sentence: string): string[] {
  return partiesAt(sentence, wordsIn(sentence, 0, sentence.length), 0, 'clause')?.parties.map(({ name }) => name) ?? [];
}

const rows: readonly [sentence: string, names: string[]][] = [
  ['Ban Tuyên giáo và Dân vận Tỉnh ủy tham mưu kế hoạch.', ['Ban Tuyên giáo và Dân vận Tỉnh ủy']],
  ['Sở Kế hoạch và Đầu tư, Sở Văn hóa, Thể thao và Du lịch bố trí vốn.', ['Sở Kế hoạch và Đầu tư', 'Sở Văn hóa, Thể thao và Du lịch']],
  ['Các cấp ủy, tổ chức đảng, chính quyền tăng cường kiểm tra.', ['Các cấp ủy', 'tổ chức đảng', 'chính quyền']],
  ['Các chi, đảng bộ cơ sở báo cáo.', ['Các chi, đảng bộ cơ sở']],
  ['Ủy ban nhân dân các huyện, thị xã, thành phố chỉ đạo.', ['Ủy ban nhân dân các huyện, thị xã, thành phố']],
  [
    'Thủ trưởng các sở, ban, ngành và Chủ tịch Ủy ban nhân dân các xã chịu trách nhiệm.',
    ['Thủ trưởng các sở, ban, ngành', 'Chủ tịch Ủy ban nhân dân các xã'],
  ],
  ['Các Bộ: Công Thương, Công an rà soát quy hoạch.', ['Bộ Công Thương', 'Bộ Công an']],
  ['Sở Nội vụ, Tài chính và Công an tỉnh rà soát.', ['Sở Nội vụ', 'Sở Tài chính', 'Công an tỉnh']],
  [
    'Giám đốc các Sở: Nội vụ, Tài chính; Chủ tịch Ủy ban nhân dân các xã chịu trách nhiệm.',
    ['Giám đốc Sở Nội vụ', 'Giám đốc Sở Tài chính', 'Chủ tịch Ủy ban nhân dân các xã'],
  ],
  ['Mặt trận Tổ quốc và các tổ chức chính trị - xã hội giám sát.', ['Mặt trận Tổ quốc', 'các tổ chức chính trị - xã hội']],
  ['Đài Phát thanh - Truyền hình tỉnh mở chuyên mục.', ['Đài Phát thanh - Truyền hình tỉnh']],
  ['Ban thường vụ các huyện uỷ, thành uỷ lãnh đạo.', ['Ban thường vụ các huyện uỷ, thành uỷ']],
  ['Các sở, ban, ngành tỉnh và Ủy ban nhân dân các xã rà soát.', ['Các sở', 'ban', 'ngành tỉnh', 'Ủy ban nhân dân các xã']],
  ['Các cơ quan tham mưu, giúp việc Huyện ủy báo cáo.', ['Các cơ quan tham mưu, giúp việc Huyện ủy']],
  ['Các Bộ, ngành liên quan rà soát.', ['Các Bộ, ngành liên quan']],
  ['Các Bộ, ngành, địa phương rà soát.', ['Các Bộ', 'ngành', 'địa phương']],
  ['Kho bạc Nhà nước quận - huyện kiểm soát chi.', ['Kho bạc Nhà nước quận - huyện']],
  ['Các ông (bà): Chánh Văn phòng Huyện ủy, Giám đốc Sở Y tế chịu trách nhiệm.', ['Chánh Văn phòng Huyện ủy', 'Giám đốc Sở Y tế']],
  ['Công đoàn tỉnh, Trường Chính trị tỉnh phối hợp.', ['Công đoàn tỉnh', 'Trường Chính trị tỉnh']],
  ['Văn phòng Hội đồng nhân dân và Ủy ban nhân dân xã tổng hợp.', ['Văn phòng Hội đồng nhân dân và Ủy ban nhân dân xã']],
  ['Kho bạc Nhà nước khu vực XVIII, Tòa án nhân dân khu vực 5 phối hợp.', ['Kho bạc Nhà nước khu vực XVIII', 'Tòa án nhân dân khu vực 5']],
  ['Ban Quản lý các khu công nghiệp, khu kinh tế tỉnh kiểm tra.', ['Ban Quản lý các khu công nghiệp, khu kinh tế tỉnh']],
  [
    'Trung tâm Văn hóa, Thông tin và Truyền thanh huyện, Viễn thông tỉnh bảo đảm đường truyền.',
    ['Trung tâm Văn hóa, Thông tin và Truyền thanh huyện', 'Viễn thông tỉnh'],
  ],
  ['Đảng ủy Khối Các cơ quan và Doanh nghiệp tỉnh lãnh đạo.', ['Đảng ủy Khối Các cơ quan và Doanh nghiệp tỉnh']],
  ['Các chủ đầu tư, nhà thầu bảo đảm tiến độ.', ['Các chủ đầu tư', 'nhà thầu']],
  [
    'Các Bộ trưởng, Thủ trưởng cơ quan ngang bộ, cơ quan thuộc Chính phủ chỉ đạo.',
    ['Các Bộ trưởng', 'Thủ trưởng cơ quan ngang bộ, cơ quan thuộc Chính phủ'],
  ],
  ['Tổng công ty Điện lực miền Nam đầu tư.', ['Tổng công ty Điện lực miền Nam']],
  ['Đảng ủy các xã: Tân Mới, An Thử rút kinh nghiệm.', ['Đảng ủy xã Tân Mới', 'Đảng ủy xã An Thử']],
  ['Các xã: Chủ động rà soát.', ['Các xã']],
  ['Phòng Văn hóa và Xã hội tham mưu.', ['Phòng Văn hóa và Xã hội']],
  ['Tổ chức hội nghị sơ kết.', []],
  ['Báo cáo kết quả về Tỉnh ủy.', []],
  ['Lãnh đạo, chỉ đạo thực hiện nghiêm túc.', []],
  ['Ban hành kế hoạch kiểm tra.', []],
];

describe('names of bodies at the head of a clause', () => {
  it.each(rows)('reads “%s”', (sentence, names) => {
    expect(namesIn(sentence)).toEqual(names);
  });

  it.each(bodyHeads.filter(({ kind }) => kind !== 'people'))('reads a name of $what whole', ({ example }) => {
    expect(namesIn(`${example} chủ động triển khai.`).join(', ')).toBe(example);
  });
});

describe('a list of bodies', () => {
  const names = [
    'Ban Thường vụ Huyện ủy',
    'Ủy ban Kiểm tra Tỉnh ủy',
    'Sở Nông nghiệp và Môi trường',
    'Ủy ban nhân dân các xã, phường',
    'các tổ chức chính trị - xã hội',
    'Văn phòng Tỉnh ủy',
    'Công an tỉnh',
    'các cơ quan liên quan',
  ];

  it('comes apart into its names, in their order', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.constantFrom(...names), { minLength: 1 }), fc.boolean(), (list, and) => {
        const last = list.at(-1)!;
        const joined = and && list.length > 1 ? `${list.slice(0, -1).join(', ')} và ${last}` : list.join(', ');
        expect(namesIn(`${joined} chủ động triển khai thực hiện.`)).toEqual(list);
      }),
    );
  });
});

describe('headings of parts', () => {
  it.each(partExamples)('takes “$heading” for $purpose', ({ heading, purpose }) => {
    expect(purposeOf(heading)).toBe(purpose);
  });

  it('leaves open what other headings are for', () => {
    expect(purposeOf('Khen thưởng')).toBeNull();
  });
});

describe('sections of a plan', () => {
  it.each(sectionExamples)('takes “$heading” for $section', ({ heading, section }) => {
    expect(sectionOf(heading)).toBe(section);
  });

  it.each(['Tổ chức thực hiện', 'Nội dung tuyên truyền', 'Thời gian qua', 'Phối hợp tuyên truyền'])('leaves “%s” alone', (heading) => {
    expect(sectionOf(heading)).toBeNull();
  });
});
