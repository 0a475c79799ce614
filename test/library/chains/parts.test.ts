import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { openLibrary } from '#services/compose.ts';
import type { Library } from '#services/library/library.ts';
import type { PartsMatrix } from '#services/library/shapes.ts';
import { engineFor, noEngine } from '../../support/engine.ts';
import { add, fileOf } from '../library.ts';

const directive = `BAN BÍ THƯ                              ĐẢNG CỘNG SẢN VIỆT NAM
Số 41-CT/TW                              Hà Nội, ngày 10 tháng 02 năm 2022

CHỈ THỊ
về trồng rừng ngập mặn
-----

1. Rà soát quy hoạch bãi bồi ven biển, giao khoán rừng ngập mặn cho hộ gia đình.
2. Đào tạo kỹ thuật viên lâm nghiệp, hướng dẫn ươm cây giống đước, mắm tại vườn ươm của hợp tác xã.

T/M BAN BÍ THƯ
THƯỜNG TRỰC BAN BÍ THƯ
Nguyễn Văn Hồ
`;

const plan = (place: string, words: string) => `TỈNH ỦY ${place.toUpperCase()}                        ĐẢNG CỘNG SẢN VIỆT NAM
Số 12-KH/TU                              ${place}, ngày 20 tháng 4 năm 2022

KẾ HOẠCH
thực hiện Chỉ thị số 41-CT/TW, ngày 10/02/2022 của Ban Bí thư về trồng rừng ngập mặn
-----

${words}

Nơi nhận:                              T/M BAN THƯỜNG VỤ
- Các huyện ủy.                        BÍ THƯ
                                       Trịnh Hoài Nam
`;

const echo =
  'Các huyện mở lớp đào tạo kỹ thuật viên lâm nghiệp và hướng dẫn ươm cây giống đước, mắm tại các vườn ươm của hợp tác xã trong quý III năm 2022.';
const named = 'Thực hiện điểm 1 Chỉ thị số 41-CT/TW, ngày 10/02/2022 của Ban Bí thư, các xã lập bản đồ đất công.';
const other =
  'Theo Chỉ thị số 43-CT/TW, ngày 11/02/2022 của Ban Bí thư, các huyện tổ chức hội thi nấu ăn, hội thao và đêm văn nghệ chào mừng ngày thành lập Đảng tại nhà văn hóa.';

const cells = (matrix: PartsMatrix) => matrix.rows.map(({ unit, cells }) => [unit.name, cells.map(({ state }) => state)]);

let library: Library;
beforeAll(async () => {
  const folder = await mkdtemp(join(tmpdir(), 'vankien-library-'));
  library = await openLibrary({ data: folder, mode: 'write', ...engineFor(folder) });
  await add(
    library,
    fileOf('ct.txt', directive),
    fileOf('bt.txt', plan('Bến Tre', echo)),
    fileOf('cm.txt', plan('Cà Mau', named)),
    fileOf('kg.txt', plan('Kiên Giang', other)),
  );
  return async () => {
    await library.close();
    await rm(folder, { recursive: true });
  };
});

describe.skipIf(noEngine)('units against the parts of one directive', () => {
  test('tell who names a part, who seems to take it up and by which words, and what was not found', async () => {
    const matrix = await library.partsMatrix({ of: '41-CT/TW', levels: ['province'] });
    expect(matrix.parts.map(({ heading }) => heading.slice(0, 12))).toEqual(['1. Rà soát q', '2. Đào tạo k']);
    expect(cells(matrix)).toEqual([
      ['Tỉnh ủy Bến Tre', ['not-found', 'similar']],
      ['Tỉnh ủy Cà Mau', ['cited', 'not-found']],
      ['Tỉnh ủy Kiên Giang', ['not-found', 'not-found']],
    ]);
    const [guess, cited] = [matrix.rows[0]!.cells[1]!, matrix.rows[1]!.cells[0]!];
    expect(guess.words).toEqual(expect.arrayContaining(['lâm nghiệp', 'hợp tác xã']));
    expect(guess.witness).toMatchObject({ name: 'bt.txt', page: 1, quote: expect.stringContaining('vườn ươm của hợp tác xã') });
    expect(cited.witness).toMatchObject({ name: 'cm.txt', quote: expect.stringContaining('điểm 1 Chỉ thị số 41-CT/TW') });
  });

  test('a unit of which no document is held here is silent', async () => {
    const matrix = await library.partsMatrix({ of: '41-CT/TW', units: ['Tỉnh ủy Long An'] });
    expect(matrix.rows.map(({ unit, documents }) => [unit.name, documents])).toEqual([['Tỉnh ủy Long An', []]]);
  });

  test('a directive that is not held, or has no parts, is refused with the reason', async () => {
    await expect(library.partsMatrix({ of: '43-CT/TW' })).rejects.toMatchObject({
      code: 'bad-request',
      message: expect.stringContaining('not held here'),
    });
    await expect(library.partsMatrix({ of: '12-KH/TU@Bến Tre@2020-2025' })).rejects.toMatchObject({
      code: 'bad-request',
      message: expect.stringContaining('No parts'),
    });
  });
});
