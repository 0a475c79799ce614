import { typeHeadings } from './documentTypes.ts';
import { phraseList } from './phrases.ts';

/**
 * Lines that stand alone in the head and the close of documents, word for word (Hướng dẫn 36-HD/VPTW; Nghị định 30/2020/NĐ-CP): type names,
 * mottoes, in whose name and in which office somebody signs. In capitals.
 */
export const capitalLines: readonly string[] = [
  ...typeHeadings.filter((name) => name.includes(' ')),
  ...phraseList(`
    ĐẢNG CỘNG SẢN VIỆT NAM; CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM;
    T/M BAN THƯỜNG VỤ; T/M BAN CHẤP HÀNH; T/M ĐẢNG ỦY; T/M BỘ CHÍNH TRỊ; T/M BAN BÍ THƯ; TM. ỦY BAN NHÂN DÂN; TM. CHÍNH PHỦ; TM. HỘI ĐỒNG NHÂN DÂN;
    KT. CHỦ TỊCH; KT. BỘ TRƯỞNG; KT. GIÁM ĐỐC; KT. THỦ TƯỚNG; K/T TRƯỞNG BAN; K/T CHÁNH VĂN PHÒNG;
    TỔNG BÍ THƯ; BÍ THƯ; PHÓ BÍ THƯ; PHÓ BÍ THƯ THƯỜNG TRỰC; CHỦ TỊCH; PHÓ CHỦ TỊCH; THỦ TƯỚNG; PHÓ THỦ TƯỚNG; BỘ TRƯỞNG; THỨ TRƯỞNG; GIÁM ĐỐC;
    PHÓ GIÁM ĐỐC; TRƯỞNG BAN; PHÓ TRƯỞNG BAN; CHÁNH VĂN PHÒNG; PHÓ CHÁNH VĂN PHÒNG; CHÁNH ÁN; VIỆN TRƯỞNG; CHỦ NHIỆM; PHÓ CHỦ NHIỆM; TRƯỞNG PHÒNG
  `),
];

/** Labels that open a line and stand before a colon. */
export const lineLabels: readonly string[] = ['Nơi nhận', 'Kính gửi'];
