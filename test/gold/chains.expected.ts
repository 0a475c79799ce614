import type { AuditCode } from '#services/library/shapes.ts';

/**
 * What a careful reader takes from the texts of the samples and of the shared corpus about chains: written by hand from the texts, not from what is computed.
 *
 * A work is named by its id; by `{ by, of }`, where the words of one document are all that is known of whose it is ("20-KH/TU" of a plan that does not tell its
 * province); or by the beginning of the name of its file, where it is a document of the collection without a known number.
 */
export type WorkNamed = string | { readonly by: string; readonly of: string };

/** `relation` is one of the seven. `stated`: whose words say so, by the beginnings of the names of files. `open`: where the text does not tell the term, the link may lead to words that could mean the work. */
export interface ExpectedLink {
  readonly from: WorkNamed;
  readonly relation: string;
  readonly to: WorkNamed;
  readonly stated: readonly string[];
  readonly open?: true;
}

const link = (from: WorkNamed, relation: string, to: WorkNamed, ...stated: readonly string[]): ExpectedLink => ({
  from,
  relation,
  to,
  stated,
});
const open = (one: ExpectedLink): ExpectedLink => ({ ...one, open: true });

const conclusion01 = '1-KL/TW@TW@XIII';
const directive05 = '5-CT/TW@TW@XII';
const directive62 = '62-CT/TW@TW@XIII';
const tienGiang = (symbol: string) => `${symbol}@Tiền Giang@2020-2025`;
const hoaBinh = (symbol: string) => `${symbol}@Hòa Bình@2020-2025`;
const traVinh = (symbol: string) => `${symbol}@Trà Vinh@2020-2025`;
const maiChau = '45-KH/HU@Hòa Bình/Mai Châu@2020-2025';

export const sharedLinks: readonly ExpectedLink[] = [
  link('000', 'reviews', conclusion01, '000'),
  link('001', 'reviews', conclusion01, '001'),
  link('002', 'implements', conclusion01, '002'),
  link('003', 'reviews', conclusion01, '003'),
  link(tienGiang('619-BC/TU'), 'implements', conclusion01, '004'),
  link('002', 'implements', directive05, '002'),
  open(link(tienGiang('619-BC/TU'), 'implements', directive05, '004')),
  // On to the directive that the conclusion goes on with: said by all five.
  link(conclusion01, 'implements', directive05, '000', '002'),
  open(link(conclusion01, 'implements', directive05, '001')),
  open(link(conclusion01, 'implements', directive05, '003')),
  open(link(conclusion01, 'implements', directive05, '004')),
  // Said of documents that nobody holds.
  link({ by: '002', of: '20-KH/TU' }, 'implements', conclusion01, '002'),
  link('002', 'implements', { by: '002', of: '20-KH/TU' }, '002'),
  link({ by: '002', of: '134-BC/TU' }, 'reviews', directive05, '002'),
  link({ by: '003', of: '184-KH/TU' }, 'reviews', conclusion01, '003'),
  link('003', 'implements', { by: '003', of: '184-KH/TU' }, '003'),
  link({ by: '003', of: '50-KH/ĐUK' }, 'implements', conclusion01, '003'),
  link('003', 'reviews', { by: '003', of: '50-KH/ĐUK' }, '003'),
  link(tienGiang('66-HD/BTGTU'), 'basis', tienGiang('122-KH/TU'), '004'),
  link(tienGiang('3229-CV/TU'), 'implements', '144-QĐ/TW@TW@XIII', '004'),
  link(tienGiang('3229-CV/TU'), 'related', '21-KL/TW@TW@XIII', '004'),
  link(tienGiang('13-KH/TU'), 'implements', '13-QC/BTGTW@TW@XII', '004'),
  link(tienGiang('1000-QĐ/TU'), 'cites', conclusion01, '004'),
  link(tienGiang('619-BC/TU'), 'reviews', tienGiang('122-KH/TU'), '004'),
  link(tienGiang('619-BC/TU'), 'reviews', tienGiang('66-HD/BTGTU'), '004'),
  link(tienGiang('619-BC/TU'), 'implements', tienGiang('23-KH/TU'), '004'),
  link('002', 'implements', '101-QĐ/TW@TW@XI', '002'),
  link('002', 'implements', '55-QĐ/TW@TW@XII', '002'),
  link('002', 'implements', '8-QĐ/TW@TW@XII', '002'),
  link('002', 'implements', '23-CT/TW@TW@XII', '002'),
  link('002', 'basis', '217-QĐ/TW@TW@XI', '002'),
];

export const sampleLinks: readonly ExpectedLink[] = [
  link(directive62, 'replaces', '70-CT/TW@TW@IX', 'chi-thi-62'),
  link('35-HD/BTGTW@TW@XIII', 'implements', directive62, 'huong-dan-35', 'ke-hoach-20-tinh-uy-hoa-binh'),
  link('88-KL/TW@TW@XIII', 'amends', directive62, 'ket-luan-88'),
  link('88-KL/TW@TW@XIII', 'reviews', directive62, 'ke-hoach-96'),
  link('41/CT-TTG@TW@2021', 'implements', directive62, 'chi-thi-41'),
  link('41/CT-TTG@TW@2021', 'replaces', '8/CT-TTG@TW@2012', 'chi-thi-41'),
  link(hoaBinh('20-KH/TU'), 'implements', directive62, 'ke-hoach-20-tinh-uy-hoa-binh'),
  link(traVinh('20-KH/TU'), 'implements', directive62, 'ke-hoach-20-tinh-uy-tra-vinh'),
  link(hoaBinh('18-HD/BTGTU'), 'implements', hoaBinh('20-KH/TU'), 'huong-dan-18', 'bao-cao-301'),
  link(hoaBinh('655-QĐ/TU'), 'amends', hoaBinh('20-KH/TU'), 'quyet-dinh-655', 'bao-cao-301'),
  link(hoaBinh('412-CV/TU'), 'implements', hoaBinh('20-KH/TU'), 'cong-van-412'),
  link(hoaBinh('301-BC/TU'), 'reviews', directive62, 'bao-cao-301'),
  link('ket-luan-hoi-nghi', 'reviews', directive62, 'ket-luan-hoi-nghi'),
  link(maiChau, 'implements', hoaBinh('20-KH/TU'), 'ke-hoach-45', 'bao-cao-210'),
  link('210-BC/HU@Hòa Bình/Mai Châu@2020-2025', 'reviews', maiChau, 'bao-cao-210'),
  link('ke-hoach-05', 'implements', maiChau, 'ke-hoach-05'),
  link('ke-hoach-33', 'implements', hoaBinh('20-KH/TU'), 'ke-hoach-33'),
  link('27-KH/THU@Trà Vinh/Duyên Hải@2020-2025', 'implements', traVinh('20-KH/TU'), 'ke-hoach-27'),
  link('61-KL/THU@Trà Vinh/Duyên Hải@2020-2025', 'reviews', '27-KH/THU@Trà Vinh/Duyên Hải@2020-2025', 'ket-luan-61'),
  link('118-CV/HU@Trà Vinh/Cầu Kè@2020-2025', 'implements', traVinh('20-KH/TU'), 'cong-van-118'),
  link('95-BC/HU@Trà Vinh/Cầu Kè@2020-2025', 'reviews', traVinh('76-TB/TU'), 'bao-cao-95'),
  link(traVinh('76-TB/TU'), 'implements', traVinh('20-KH/TU'), 'thong-bao-76'),
  link(traVinh('96-KH/TU'), 'replaces', traVinh('20-KH/TU'), 'ke-hoach-96', 'bao-cao-402'),
  link(traVinh('96-KH/TU'), 'implements', '88-KL/TW@TW@XIII', 'ke-hoach-96', 'bao-cao-402'),
  link(traVinh('14-CTHĐ/TU'), 'implements', '38-NQ/TW@TW@XIII', 'chuong-trinh'),
  link('58/KH-UBND@Trà Vinh@2021', 'implements', '41/CT-TTG@TW@2021', 'ke-hoach-58', 'cong-van-1873'),
  link('907/QĐ-UBND@Trà Vinh@2024', 'replaces', '58/KH-UBND@Trà Vinh@2021', 'quyet-dinh-907', 'bao-cao-402'),
];

/** Works that no link and no doubt may bring together, whatever they share: one number of two provinces, or of two terms. */
export const keptApart: readonly (readonly [WorkNamed, WorkNamed])[] = [
  [{ by: '002', of: '20-KH/TU' }, hoaBinh('20-KH/TU')],
  [{ by: '002', of: '20-KH/TU' }, traVinh('20-KH/TU')],
];
export const keptApartInSamples: readonly (readonly [WorkNamed, WorkNamed])[] = [
  [hoaBinh('20-KH/TU'), traVinh('20-KH/TU')],
  [directive62, '62-CT/TW@TW@XII'],
];

/** A cell of the matrix: what the unit issued first about the directive, after how many days, and whether it was reviewed. `null`: nothing held here shows an answer. */
export interface ExpectedCell {
  readonly unit: string;
  readonly directive: string;
  readonly answer: { readonly work: string; readonly days: number; readonly reviewed: boolean } | null;
}
const cell = (unit: string, directive: string, work: string, days: number, reviewed: boolean): ExpectedCell => ({
  ...{ unit, directive },
  answer: { work, days, reviewed },
});

export const sharedCells: readonly ExpectedCell[] = [
  cell('Tỉnh ủy@Tiền Giang', conclusion01, tienGiang('619-BC/TU'), 1337, false),
  { unit: 'Tỉnh ủy@Tiền Giang', directive: directive62, answer: null },
  { unit: 'Tỉnh ủy@Hòa Bình', directive: conclusion01, answer: null },
];
export const sampleCells: readonly ExpectedCell[] = [
  cell('Tỉnh ủy@Hòa Bình', directive62, hoaBinh('20-KH/TU'), 58, true),
  cell('Tỉnh ủy@Trà Vinh', directive62, traVinh('20-KH/TU'), 74, true),
  cell('Huyện ủy@Hòa Bình/Mai Châu', directive62, maiChau, 115, true),
  cell('Thị ủy@Trà Vinh/Duyên Hải', directive62, '27-KH/THU@Trà Vinh/Duyên Hải@2020-2025', 126, true),
  cell('Huyện ủy@Trà Vinh/Cầu Kè', directive62, '118-CV/HU@Trà Vinh/Cầu Kè@2020-2025', 569, true),
];

/** All that an audit finds, and nothing else. `sides`: the values of dates and bodies; of titles only how many there are, as they are sentences. */
export interface ExpectedFinding {
  readonly code: AuditCode;
  readonly work: string;
  readonly sides: readonly string[] | number;
}
export const sharedFindings: readonly ExpectedFinding[] = [
  { code: 'other-date', work: '101-QĐ/TW@TW@XI', sides: ['2012-06-07', '2012-07-06'] },
  { code: 'other-title', work: '55-QĐ/TW@TW@XII', sides: 2 },
  { code: 'other-issuer', work: '37-QĐ/TW@TW@XIII', sides: ['Ban Chấp hành Trung ương', 'Bộ Chính trị'] },
  { code: 'misspelt-type', work: conclusion01, sides: 1 },
];
export const sampleFindings: readonly ExpectedFinding[] = [
  { code: 'other-date', work: '35-HD/BTGTW@TW@XIII', sides: ['2021-04-20', '2021-04-24'] },
  { code: 'misspelt-type', work: '97-KL/TW@TW@XII', sides: 1 },
  { code: 'one-number-two-documents', work: '62-CT/TW@TW@XII', sides: 1 },
];

/** Short names that texts declare, by the beginning of the name of the file: every mention under one means the document. */
export const sharedShortNames: readonly (readonly [string, string, string])[] = [
  ['001', 'Kết luận số 01', '01-KL/TW'],
  ['003', 'Kết luận 01', '01-KL/TW'],
];
