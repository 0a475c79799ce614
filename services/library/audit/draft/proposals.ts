import type { DraftCode } from '../../shapes.ts';

type Proposals = { readonly proposal: string | null; readonly proposalVi: string | null };

const known: Readonly<Partial<Record<DraftCode, readonly [string, string]>>> = {
  'contradicting-dates': ['Keep one date.', 'Chỉ giữ một ngày.'],
  'date-outside-term': ['Check the date and the term (khóa).', 'Kiểm tra lại ngày và khóa.'],
  'impossible-date': ['Check the date.', 'Kiểm tra lại ngày.'],
  'type-contradicts-number': ['Check the type and the number.', 'Kiểm tra lại tên loại và số, ký hiệu.'],
  'misspelt-type': ['Put the spelling right.', 'Sửa lại chính tả.'],
  'unknown-type': ['Check the code of the type.', 'Kiểm tra lại ký hiệu tên loại.'],
  'unknown-issuer': ['Check the code of the issuing body.', 'Kiểm tra lại ký hiệu cơ quan ban hành.'],
  'one-number-two-documents': [
    'Give date or term (khóa) at each mention, so that the two are told apart.',
    'Ghi rõ ngày hoặc khóa ở từng chỗ để phân biệt hai văn bản.',
  ],
  'undeclared-short-name': [
    'Declare it at the first full mention (“sau đây gọi tắt là …”), or write the number in full.',
    'Khai báo ở lần nêu đầy đủ đầu tiên (“sau đây gọi tắt là …”), hoặc ghi đủ số, ký hiệu.',
  ],
  'ambiguous-short-citation': ['Write the number in full.', 'Ghi đủ số, ký hiệu.'],
  'unresolved-short-citation': ['Write number, date and body in full.', 'Ghi đủ số, ký hiệu, ngày và cơ quan ban hành.'],
  'alias-without-document': [
    'Name the document in full before its short name is declared.',
    'Nêu đầy đủ văn bản trước khi khai báo tên gọi tắt.',
  ],
};

/** What to do about something that the text of a draft shows by itself. */
export function proposals(code: DraftCode): Proposals {
  const [proposal = null, proposalVi = null] = known[code] ?? [];
  return { proposal, proposalVi };
}
