import { describe, expect, it } from 'vitest';
import { planWith, quoted, recordFrom } from '../support/pipeline.ts';

async function relationOf(key: string, paragraph: string): Promise<string | undefined> {
  const record = await recordFrom(planWith(paragraph));
  return record.citations.find((citation) => citation.key === key)?.relation;
}

describe('the relation of a document to one that it names', () => {
  it.each([
    ['implements', '1. Các huyện ủy tiếp tục quán triệt, thực hiện Kết luận số 14-KL/TW.'],
    ['implements', '1. Tổ chức tổng kết 05 năm thực hiện Kết luận số 14-KL/TW trong năm 2026.'],
    ['related', '1. Đẩy mạnh chuyển đổi số gắn với thực hiện Kết luận số 14-KL/TW.'],
    ['related', '1. Kết hợp chặt chẽ việc thực hiện Nghị quyết số 19-NQ/TU với việc thực hiện Kết luận số 14-KL/TW.'],
    ['basis', '1. Văn phòng Tỉnh ủy bố trí kinh phí theo Kết luận số 14-KL/TW.'],
    ['basis', '1. Xét khen thưởng theo tinh thần Kết luận số 14-KL/TW.'],
    ['basis', '1. Xây dựng quy chế, căn cứ Luật Cán bộ, công chức và Kết luận số 14-KL/TW.'],
    ['cites', '1. Tiếp theo Kết luận số 14-KL/TW, các huyện ủy tập trung mấy việc sau.'],
    ['replaces', '1. Kế hoạch này thay thế Kết luận số 14-KL/TW.'],
    ['amends', '1. Kế hoạch này sửa đổi, bổ sung một số nội dung của Kết luận số 14-KL/TW.'],
    ['replaces', '1. Kết luận số 14-KL/TW hết hiệu lực kể từ ngày Kế hoạch này được ban hành.'],
    ['cites', '1. Vừa qua, các huyện ủy đã thực hiện Kết luận số 14-KL/TW.'],
    ['cites', '1. Tài liệu học tập gồm: Kết luận số 14-KL/TW, đề cương tuyên truyền.'],
    ['cites', '1. Lập danh sách theo mẫu ban hành kèm theo Kết luận số 14-KL/TW.'],
  ])('%s: %s', async (relation, paragraph) => {
    expect(await relationOf('14-KL/TW', paragraph)).toBe(relation);
  });

  it('is carried along an enumeration', async () => {
    const record = await recordFrom(
      planWith('1. Xây dựng gia đình văn hóa gắn với thực hiện Kết luận số 14-KL/TW, Quy định số 37-QĐ/TW; Quy định số 144-QĐ/TW.'),
    );
    expect(record.citations.map(({ relation }) => relation)).toEqual(['related', 'related', 'related']);
  });

  it('comes to the items of a list from the words that lead it', async () => {
    const record = await recordFrom(
      planWith(
        '1. Thực hiện nghiêm các quy định về nêu gương như:',
        '- Quy định số 101-QĐ/TW về nêu gương;',
        '- Quy định số 08-QĐi/TW về nêu gương.',
      ),
    );
    expect(record.citations.map(({ relation }) => relation)).toEqual(['implements', 'implements']);
  });

  it('is led by the title: a report that sums up reviews', async () => {
    const text =
      'TỈNH ỦY HÒA BÌNH\nSố 90-BC/TU\nHòa Bình, ngày 02 tháng 3 năm 2024\nBÁO CÁO\ntổng kết 05 năm thực hiện Chỉ thị số 77-CT/TW\n-----\nBan Thường vụ Tỉnh ủy báo cáo như sau:\n1. Các cấp ủy đã quán triệt Chỉ thị số 77-CT/TW.\n';
    const record = await recordFrom(text);
    expect(record.citations.map(({ key, relation }) => [key, relation])).toEqual([['77-CT/TW', 'reviews']]);
  });

  it('has the words that state it', async () => {
    const record = await recordFrom(planWith('1. Các huyện ủy tiếp tục quán triệt, thực hiện Kết luận số 14-KL/TW.'));
    const witness = record.citations[0]!.witnesses[0]!;
    expect(quoted(record, witness.span)).toMatch(/thực hiện Kết luận số 14-KL\/TW$/u);
    expect(record.claims[0]!.quote).toBe('Các huyện ủy tiếp tục quán triệt, thực hiện Kết luận số 14-KL/TW.');
  });
});

describe('relations between two other documents', () => {
  it.each([
    ['1. Học tập Kế hoạch số 20-KH/TU của Ban Thường vụ Tỉnh ủy về thực hiện Kết luận số 14-KL/TW.', '20-KH/TU', 'implements', '14-KL/TW'],
    [
      '1. Học tập Kế hoạch số 20-KH/TU của Ban Thường vụ Tỉnh ủy về việc sơ kết 03 năm thực hiện Kết luận số 14-KL/TW.',
      '20-KH/TU',
      'reviews',
      '14-KL/TW',
    ],
    ['1. Nghiên cứu Quyết định số 20-QĐ/TU về sửa đổi, bổ sung Quy chế số 14-QC/TU.', '20-QĐ/TU', 'amends', '14-QC/TU'],
    ['1. Thực hiện Kết luận số 14-KL/TW, Ban Thường vụ Tỉnh ủy đã ban hành Kế hoạch số 20-KH/TU.', '20-KH/TU', 'implements', '14-KL/TW'],
    ['1. Kế hoạch số 14-KH/TU, sau đó bãi bỏ bằng Quyết định số 20-QĐ/TU.', '20-QĐ/TU', 'replaces', '14-KH/TU'],
    ['1. Quyết định số 20-QĐ/TU về việc thành lập Đoàn giám sát việc thực hiện Kết luận số 14-KL/TW.', '20-QĐ/TU', 'cites', '14-KL/TW'],
  ])('%s', async (paragraph, from, relation, to) => {
    const record = await recordFrom(planWith(paragraph));
    expect(record.attested.map((edge) => [edge.from, edge.relation, edge.to])).toEqual([[from, relation, to]]);
    const claim = record.claims.find(({ own }) => !own);
    expect([claim?.subject?.key, claim?.relation, claim?.object.key]).toEqual([from, relation, to]);
  });

  it('are not made of two documents that only stand side by side', async () => {
    const record = await recordFrom(planWith('1. Thực hiện Kết luận số 14-KL/TW; Kế hoạch số 20-KH/TU, Chỉ thị số 77-CT/TW.'));
    expect(record.attested).toEqual([]);
  });
});
