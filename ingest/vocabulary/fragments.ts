import { compounds } from './glyphs.ts';
import { provinces } from './places.ts';

/** Words of grammar and of names that no compound of official language has; by them a word that came apart is known again. */
const otherWords =
  'và là của cho các có đã sẽ được này đó khi không trong những như theo từ tới đến để nếu nên mà với về vì do bị bởi cũng còn phải ra vào trên dưới ngoài sau trước giữa mỗi mọi từng hay hoặc rất nhiều ít hết chưa đang lại nhưng thì sở phó các việc năm tháng ngày phủ nguyễn trần lê phạm hoàng huỳnh phan vũ võ đặng bùi đỗ hồ ngô dương lý thị văn hữu đức quốc thành anh chị ông bà gửi kính quý nhà nước người lên xuống đây ấy mình';

/** Syllables that official Vietnamese is known to have, lower-case: enough to tell "tỉnh" (of "tỉ nh") from letters that only could be a syllable. */
export const attestedSyllables: ReadonlySet<string> = new Set([
  ...compounds.flatMap((words) => words.split(' ')),
  ...provinces.flatMap((name) => name.toLowerCase().split(/[ -]+/u)),
  ...otherWords.split(' '),
]);

/** Nouns that a single letter follows as a name or a mark: "điểm c hoặc điểm d", "nhóm B ở", "vitamin C". */
export const letterNouns: ReadonlySet<string> = new Set(
  'điểm khoản mục tiết nhóm loại hạng khối lớp hình bảng biểu mẫu lục gan vitamin tổ ô lô cột dòng phần câu bậc số biến cạnh'.split(' '),
);

/** Short forms of units and offices in capitals, by which capitals that came apart ("KG V X") are known again. */
export const shortForms: ReadonlySet<string> = new Set(
  'UBND HĐND UBMTTQ MTTQ VPUB VPCP PVP PCVP KGVX KTTH TCCV TTHC NCPC TTĐT TTTT TTUB TTHĐND ĐBQH LĐTBXH GDĐT KHĐT TNMT NNPTNT TNCS QĐND CAND CTĐ CNXH XHCN HTX BTC BNV BYT BKHĐT KTN KSTT TTTH VHXH NCTH NLN KTTC TCTM QHQT'.split(
    ' ',
  ),
);
