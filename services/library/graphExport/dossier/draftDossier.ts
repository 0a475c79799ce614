import type { DraftFinding, DraftReport } from '../../shapes.ts';
import type { About } from '../graphFile.ts';
import { citationStates } from '../tables/draftTables.ts';
import { dayName } from '../wording.ts';
import type { Xml } from '../xml.ts';
import { wordFile } from './package.ts';
import { paragraph, run, table } from './word.ts';

/** The report on a draft in DOCX, in Vietnamese: what is to be looked at before it is signed, with the words of all sides, and all its citations. */
export function draftDossier(
  { file, document, findings, citations, clean }: DraftReport,
  { made, pipeline }: Omit<About, 'asked'>,
): Uint8Array {
  const title = 'Báo cáo kiểm tra viện dẫn của dự thảo';
  const line = (name: string, value: string | null) => (value === null ? [] : [paragraph([run(`${name}: `, { bold: true }), run(value)])]);
  const body: Xml[] = [
    paragraph(title, 'Title'),
    ...line('Tệp dự thảo', `${file.name}, ${file.pages} trang`),
    ...line('SHA-256', file.hash),
    ...line('Số, ký hiệu', document.number),
    ...line('Trích yếu', document.title),
    ...line('Cơ quan ban hành', document.issuer),
    ...line('Ngày', document.date === null ? null : dayName(document.date)),
    ...line('Ngày lập báo cáo', `${dayName(made.toISOString().slice(0, 10))} (${made.toISOString()})`),
    ...line('Phiên bản bóc tách', pipeline),
    ...line('Kết quả', `${citations.length} văn bản được dẫn, ${clean} không có vấn đề; ${findings.length} điểm cần xem`),
    paragraph('1. Điểm cần xem', 'Heading1'),
    ...(findings.length === 0 ? [paragraph('Không phát hiện gì.')] : findings.flatMap(findingPieces)),
    paragraph('2. Các văn bản được dẫn', 'Heading1'),
    table(
      ['Viện dẫn', 'Số lần', 'Tình trạng', 'Trong kho', 'Phát hiện'],
      [24, 9, 33, 11, 23],
      citations.map(({ key, mentions, status, held, findings }) => [
        ...[key, String(mentions), citationStates[status], held ? 'có' : 'không', findings.join('; ')],
      ]),
    ),
  ];
  return wordFile({ title, made, body });
}

function findingPieces({ code, severity, at, messageVi, proposalVi, sides }: DraftFinding, index: number): Xml[] {
  const where = at === null ? '' : `, trang ${at.page}`;
  return [
    paragraph(`1.${index + 1}. ${severity === 'warning' ? 'Cảnh báo' : 'Thông tin'}${where} (${code})`, 'Heading2'),
    paragraph(messageVi),
    ...(at === null ? [] : [paragraph(`“${at.quote}”`, 'Quote'), paragraph(`Dự thảo, trang ${at.page}`, 'Source')]),
    ...sides.flatMap(({ value, quotes }) =>
      quotes.flatMap(({ name, page, quote, document }) => [
        paragraph(`“${quote}”`, 'Quote'),
        paragraph(`${value === null ? '' : `${value}: `}${document === null ? 'dự thảo' : name}, trang ${page}`, 'Source'),
      ]),
    ),
    ...(proposalVi === null ? [] : [paragraph([run('Đề nghị: ', { bold: true }), run(proposalVi)])]),
  ];
}
