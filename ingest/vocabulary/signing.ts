/** What stands among the lines of a close and is none of its facts: the trace of a digital signature, a seal's legend, a page's navigation. */
export const signingNoise =
  /^\(?(?:Ký bởi|Người ký|Được ký bởi|Đã được ký|Ngày ký|Thời gian ký|Ký ngày|Giờ ký|Ký số bởi|Signature (?:Not Verified|Valid|is)|Digitally signed|Signed by|Signing (?:date|time)|Date\s*:|DN\s*:|Reason\s*:|Location\s*:|Cơ quan\s*:|Tổ chức\s*:|Email\s*:|Chức vụ\s*:|Múi giờ|Certified by|Chữ ký số|Văn bản (?:này )?được ký số|Dấu của|FILE ĐƯỢC ĐÍNH KÈM|File đính kèm|Tải về|In trang)/iu;

/** The mark of the file that was typed, below the recipients or behind the last one: "Sonnh\\QD556.85b.", "D:\\Van\\to trinh.doc". */
export const fileMark = /(?<=^|\s)(?:[\p{L}\d:._~-]{1,40}\\){1,6}[\p{L}\d._~-]{1,40}$|^[\p{L}\d_~-]{1,60}\.(?:docx?|rtf|odt|xlsx?)\.?$/u;

/** "(Đã ký)" and the notes that stand in the place of a signature. */
export const signedNote = /[([]?\s*(?:[đĐ]ã ký|ĐÃ KÝ|[kK]ý tên|[kK]ý, (?:ghi rõ họ tên|đóng dấu)|[sS]igned)[^()[\]\n]{0,30}[)\]]?/u;

/** Words that open an annex after the close, on a line of their own. */
export const annexMark =
  /^(?:PHỤ LỤC|Phụ lục|DANH SÁCH|DANH MỤC|BIỂU MẪU|BIỂU|Biểu số|MẪU|Mẫu số|ĐỀ CƯƠNG|LỊCH|BẢNG|THUYẾT MINH|ĐIỀU LỆ)(?![\p{L}])/u;
