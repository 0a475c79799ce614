import { chainFile } from '#services/library/graphExport/chainFile.ts';
import type { GraphFormat } from '#services/library/graphExport/formats.ts';
import type { ChainQuestion } from '#services/library/graphExport/questions.ts';
import type { Store, StoredDocument } from '#services/store/port.ts';
import { central, document, idOf, local, says } from '../chains/collection.ts';

/** Words as hostile files have them: signs of every format that is written, control characters and half a letter among them. */
export const hostile = [
  'Nước "sạch" & <rừng> \'xanh\'',
  '=HYPERLINK("http://x.example";"a")',
  'hai\ndòng\tvà\r\nba',
  'chuông \u0007 và không \0 hết',
  ']]> --> <!-- <script>alert(1)</script>',
  '\\N \\G "; a -> b [label="x"] // */ #',
  '&amp; &lt; &#10; &quot;',
  'nửa chữ \ud83d ở giữa \ufffe',
  '@SUM(A1)',
  'hình 👩‍👩‍👧‍👦 và 𝒳',
  'dòng\u2028sau\u0085nữa \u202eđảo\u202c',
  '<b>đậm</b> {a|b} C:\\temp\\Nam\\',
  'chữ '.repeat(75).trim(),
] as const;

export const conclusion = central('01-KL/TW', '2021-05-18');
export const plan = local('20-KH/TU', 'Bến Tre', '2021-09-06');
export const report = local('88-BC/HU', 'Bến Tre/Ba Tri', '2022-11-02');

/** A conclusion that nobody holds, a plan under it, a report on the plan, and a plan for each hostile title, which it states in hostile words. */
export const collection: readonly StoredDocument[] = [
  document(idOf(1), plan, [says(conclusion, 'implements', null, 'Thực hiện Kết luận 01-KL/TW')], 'về bảo vệ nguồn nước'),
  document(idOf(2), report, [says(plan, 'reviews', null, 'Báo cáo kết quả'), says(conclusion, 'cites')], 'kết quả năm 2022'),
  ...hostile.map((title, at) =>
    document(idOf(10 + at), local(`${at + 1}-KH/HU`, 'Bến Tre/Ba Tri', '2022-01-05'), [says(plan, 'implements', null, title)], title),
  ),
];

export const made = { made: new Date('2026-03-04T05:06:07Z'), pipeline: '9.9.9' };

export const around: ChainQuestion = { about: 'graph', request: { of: '20-KH/TU', direction: 'both', depth: 3 } };

/** A file that is written; fails the test where there are choices instead. */
export async function written(index: Store, question: ChainQuestion, format: GraphFormat) {
  const answer = await chainFile(index, question, format, made);
  if (answer.file === null) throw new Error('There are choices.');
  const bytes = Buffer.concat(await Array.fromAsync(answer.file.bytes));
  return { ...answer.file, bytes, text: bytes.toString('utf8') };
}
