/** Types of documents (loại văn bản) with their codes, names in capitals and names in running text, by the rules of form. */
export interface Kind {
  readonly code: string;
  readonly name: string;
  readonly noun: string;
}

const rows = {
  KL: 'Kết luận',
  BC: 'Báo cáo',
  KH: 'Kế hoạch',
  NQ: 'Nghị quyết',
  CT: 'Chỉ thị',
  QĐ: 'Quyết định',
  QĐi: 'Quy định',
  QC: 'Quy chế',
  HD: 'Hướng dẫn',
  CV: 'Công văn',
  TB: 'Thông báo',
  CTr: 'Chương trình',
  TTr: 'Tờ trình',
  ĐA: 'Đề án',
  CTHĐ: 'Chương trình hành động',
  NĐ: 'Nghị định',
  TT: 'Thông tư',
  L: 'Luật',
} as const;

export type Code = keyof typeof rows;

export function kindOf(code: Code): Kind & { readonly code: Code } {
  return { code, name: rows[code].toUpperCase(), noun: rows[code] };
}
