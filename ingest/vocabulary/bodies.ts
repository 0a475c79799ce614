import { Phrases, phraseList } from './phrases.ts';
import { sectors } from './sectors.ts';

/**
 * What a name of this head stands for:
 * `body` a body whose name says which it is or is proper enough alone (Ban Thường vụ, chi bộ, Ủy ban nhân dân);
 * `unit` a common noun, a body only in the plural, with a name, or in a list (cơ quan, đơn vị, sở, trường);
 * `office` somebody by the office held (Bí thư, Giám đốc, thủ trưởng);
 * `people` people at large (cán bộ, đảng viên): never a named body.
 */
export type PartyKind = 'body' | 'unit' | 'office' | 'people';

/** Heads of names: the words that a name of a body begins with, lower-case. `example` is a whole name with such a head. */
export interface BodyHeads {
  readonly kind: PartyKind;
  readonly what: string;
  readonly heads: readonly string[];
  readonly example: string;
}

export const bodyHeads: readonly BodyHeads[] = [
  {
    kind: 'body',
    what: 'committees of the Party (cấp ủy) and what stands for them',
    example: 'Ban Thường vụ Huyện ủy Cái Bè',
    heads: phraseList(`
    ban chấp hành; ban chấp hành trung ương; bộ chính trị; ban bí thư; ban thường vụ; thường trực; thường vụ; trung ương; tỉnh ủy;
    thành ủy; huyện ủy; thị ủy; quận ủy; đảng ủy; đảng ủy mặt trận tổ quốc, các đoàn thể trung ương; đảng ủy khối; đảng ủy khối các cơ quan và
    doanh nghiệp; đảng ủy khối cơ quan và doanh nghiệp; đảng đoàn; ban cán sự; ban cán sự đảng; cấp ủy; cấp ủy đảng; chi
    ủy; đảng bộ; chi bộ; chi, đảng bộ; chi đảng bộ; tổ đảng; quân ủy; tổ chức đảng; tổ chức cơ sở đảng; cơ sở đảng; btv; bch; bch
    đảng bộ; tccs đảng; tccsđ; tập thể cấp ủy; cấp ủy cấp dưới; cấp ủy cấp trên; tập thể ban thường vụ; tập thể lãnh đạo
  `),
  },
  {
    kind: 'body',
    what: 'offices and commissions of a Party committee (cơ quan tham mưu, giúp việc)',
    example: 'Ban Tuyên giáo và Dân vận Tỉnh ủy',
    heads: phraseList(`
    ủy ban kiểm tra; ban tuyên giáo; ban tuyên giáo và dân vận; ban tổ chức; ban dân vận; ban nội chính; ban kinh tế; ban xây dựng
    đảng; ban bảo vệ; ban bảo vệ, chăm sóc sức khỏe cán bộ; ban chính sách, chiến lược; văn phòng; cơ quan thường trực; cơ quan
    tham mưu, giúp việc; cơ quan tham mưu giúp việc; cơ quan tham mưu; cơ quan chuyên trách; cơ quan chuyên trách tham mưu; cơ
    quan chuyên trách tham mưu, giúp việc; cơ quan chuyên trách tham mưu giúp việc; cơ quan chuyên môn; cơ quan ủy ban kiểm tra;
    cơ quan ủy ban kiểm tra - thanh tra; cơ quan tổ chức - nội vụ; ban đảng; ban xây dựng; trung tâm chính trị; trung tâm bồi
    dưỡng chính trị; trường chính trị; hội đồng lý luận; ban biên tập; ubkt; btg; btgtu; btctu; bdv; bnc; vptu; vphu; btctw;
    btgtw; báo cáo viên; đội ngũ báo cáo viên; ban cơ yếu; học viện; tạp chí; báo nhân dân; nhà xuất bản; văn phòng cấp ủy; ban
    công tác; tiểu ban
  `),
  },
  {
    kind: 'body',
    what: 'the front and the unions (Mặt trận Tổ quốc, các tổ chức chính trị - xã hội)',
    example: 'Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh',
    heads: phraseList(`
    mặt trận; mặt trận tổ quốc; mặt trận tổ quốc việt nam; ủy ban mặt trận; ủy ban mặt trận tổ quốc; ban thường trực ủy ban mặt
    trận tổ quốc; mttq; ubmttq; ubmttqvn; tổ chức chính trị - xã hội; tổ chức chính trị xã hội; tổ chức ct-xh; đoàn thể chính trị
    - xã hội; tổ chức chính trị; tổ chức xã hội; tổ chức xã hội - nghề nghiệp; tổ chức đoàn thể; tổ chức quần chúng; tổ chức thành
    viên; đoàn thể; đoàn thanh niên; đoàn tncs; đoàn thanh niên cộng sản; trung ương đoàn; tỉnh đoàn; đtn; hpn; hnd; hccb; tncs;
    thành đoàn; huyện đoàn; quận đoàn; thị đoàn; đoàn khối; xã đoàn; đoàn trường; đoàn cơ sở; chi đoàn; hội liên hiệp; hội liên
    hiệp phụ nữ; hội lhpn; hội phụ nữ; hội nông dân; hội cựu chiến binh; hội ccb; hội nhà báo; hội văn học nghệ thuật; hội văn học
    - nghệ thuật; liên hiệp; liên hiệp hội; hội khuyến học; hội người cao tuổi; hội chữ thập đỏ; hội luật gia; liên đoàn lao động;
    lđlđ; tổng liên đoàn lao động; công đoàn; công đoàn viên chức; liên minh hợp tác xã; phòng thương mại; hiệp hội; hội cựu thanh niên xung phong; hội nạn nhân chất độc da cam; hội nạn nhân chất độc da cam/dioxin; hội đông y; hội cựu
    giáo chức; hội sinh viên; hội người mù; hội bảo trợ người khuyết tật và trẻ em mồ côi; liên hiệp các hội khoa học và kỹ thuật;
    liên hiệp các hội văn học nghệ thuật; liên hiệp các hội văn học - nghệ thuật; liên hiệp các tổ chức hữu nghị; hội đặc thù;
    hội quần chúng; tổ chức, cá nhân; cơ quan, tổ chức, cá nhân
  `),
  },
  {
    kind: 'body',
    what: 'bodies of the State (cơ quan nhà nước)',
    example: 'Ủy ban nhân dân các huyện, thị xã, thành phố',
    heads: phraseList(`
    quốc hội; ủy ban thường vụ quốc hội; đoàn đại biểu quốc hội; văn phòng quốc hội; chính phủ; văn phòng chính phủ; văn phòng chủ
    tịch nước; cơ quan ngang bộ; cơ quan thuộc chính phủ; hội đồng nhân dân; hđnd; ủy ban nhân dân; ubnd; chính quyền; chính quyền
    địa phương; văn phòng hội đồng nhân dân và ủy ban nhân dân; văn phòng hđnd và ubnd; văn phòng đoàn đại biểu quốc hội và hội
    đồng nhân dân; văn phòng đoàn đbqh và hđnd; tòa án; tòa án nhân dân; tand; viện kiểm sát; viện kiểm sát nhân dân; vksnd; kiểm toán nhà nước; kiểm toán; thanh
    tra; thanh tra chính phủ; ngân hàng nhà nước; ngân hàng chính sách xã hội; kho bạc nhà nước; bảo hiểm xã hội; bhxh; bhxh việt nam; bảo hiểm xã hội
    việt nam; thông tấn xã việt nam; đài truyền hình; đài truyền hình việt nam; đài tiếng nói việt nam; đài phát thanh; đài phát
    thanh - truyền hình; đài phát thanh và truyền hình; đài truyền thanh; đài pt-th; báo và đài phát thanh, truyền hình; báo và
    phát thanh, truyền hình; cổng thông tin điện tử; trang thông tin điện tử; báo điện tử; báo, đài; công an; bộ công an; bộ quốc
    phòng; bộ chỉ huy quân sự; bộ chỉ huy; ban chỉ huy quân sự; bộ tư lệnh; bộ đội biên phòng; bộ chỉ huy bộ đội biên phòng; quân
    khu; quân sự; lực lượng vũ trang; lực lượng công an; cơ quan quân sự; cơ quan nhà nước; cơ quan tư pháp; cơ quan bảo vệ pháp
    luật; cơ quan báo chí; cơ quan thông tin đại chúng; cơ quan truyền thông; tổng cục; cục; chi cục; cục thuế; thuế; hải quan;
    trung tâm phục vụ hành chính công; ban quản lý; ban quản lý dự án; ban dân tộc; cơ quan hành chính; hệ thống chính trị
  `),
  },
  {
    kind: 'body',
    what: 'bodies set up for one purpose (ban chỉ đạo, hội đồng, tổ công tác)',
    example: 'Ban Chỉ đạo 35 Huyện ủy',
    heads: phraseList(`
    ban chỉ đạo; ban tổ chức hội nghị; ban tổ chức cuộc thi; ban tổ chức giải thưởng; ban giám khảo; ban soạn thảo; tổ biên tập;
    tổ soạn thảo; hội đồng; hội đồng thi đua - khen thưởng; hội đồng thi đua, khen thưởng; tổ công tác; tổ công nghệ số cộng đồng; tổ chuyển đổi số
    cộng đồng; tổ giúp việc; tổ thư ký;
    tổ đại biểu; khối vận; khối dân vận; khối mặt trận; đoàn kiểm tra; đoàn giám sát; đoàn công tác; ban giám hiệu; ban giám đốc;
    ban lãnh đạo; ban đại diện; ủy ban; thường trực ban chỉ đạo; cơ quan thường trực ban chỉ đạo; thành viên ban chỉ đạo; tổ giúp
    việc ban chỉ đạo
  `),
  },
  {
    kind: 'unit',
    what: 'common nouns for bodies (cơ quan, đơn vị …)',
    example: 'các cơ quan, đơn vị trực thuộc',
    heads: phraseList(`
    cơ quan; đơn vị; địa phương; đơn vị sự nghiệp; đơn vị sự nghiệp công lập; đơn vị trực thuộc; cơ quan, ban, ngành; ban; bộ;
    ngành; sở; phòng; phòng ban; vụ; viện; trường; nhà trường; cơ sở giáo dục; trường học; bệnh viện; trung tâm; trạm y tế; trạm;
    khối; đài; báo; hội; đoàn; quỹ; ngân hàng; doanh nghiệp; tập đoàn; tập đoàn kinh tế; tổng công ty; công ty; hợp tác xã; xí
    nghiệp; cấp; cấp, ngành; cấp, các ngành; sở, ban, ngành; sở, ngành; sở, ban ngành; sở,
    ban, ngành, đoàn thể; ban, ngành; ban, ngành, đoàn thể; bộ, ngành; bộ, ban, ngành; phòng, ban; phòng, ban, ngành; chủ đầu tư; chủ rừng; đơn vị chủ rừng; nhà
    thầu; tư vấn giám sát; viễn thông; tổ chức tín dụng; tỉnh; thành phố; huyện; thị xã; quận; xã; phường; thị trấn; đặc khu; thôn; thôn ấp; tổ dân
    phố; khu phố; bản; ấp; khu dân cư; liên ngành; thành viên; tổ chức; điện lực; thư viện; đồn biên phòng; đồn; bảo tàng; nhà văn
    hóa; hạt kiểm lâm; tòa soạn; nhà hát; khu di tích; trung đoàn; sư đoàn; hội đồng đội; xóm; buôn; làng; khóm; phum; sóc; bưu
    điện; câu lạc bộ; tổ; tổ tự quản; tổ nhân dân tự quản; tổ hòa giải; tòa chuyên trách; cơ sở đoàn; cơ sở hội; đội; nhóm; chi hội; phân hội; khoa; bộ phận; học viện; đại học; kho bạc; tổ chức thành viên
  `),
  },
  {
    kind: 'office',
    what: 'offices that a person holds (chức vụ)',
    example: 'Chủ tịch Ủy ban nhân dân các xã, phường',
    heads: phraseList(`
    thủ trưởng; thủ trưởng cơ quan ngang bộ, cơ quan thuộc chính phủ; thủ trưởng các cơ quan ngang bộ, cơ quan thuộc chính phủ; thủ
    trưởng các bộ, cơ quan ngang bộ, cơ quan thuộc chính phủ; người đứng đầu; ông; bà; ông, bà; ông (bà); người phụ trách; đảng ủy viên; tỉnh ủy viên; huyện ủy viên; thành ủy viên; chi ủy viên;
    công chức văn hóa; công chức văn phòng; công chức tài chính; công chức tư pháp; công chức địa chính; cán bộ văn hóa; cán bộ
    tuyên giáo; kế toán; đại biểu; đại biểu quốc hội; đại biểu hội đồng nhân dân; đồng chí; đ/c; bí thư; phó bí thư; bí thư cấp
    ủy; ủy viên ban thường vụ; ủy viên ban chấp hành; ủy viên; cấp ủy viên; ủy viên ban chỉ đạo; chủ tịch; phó chủ tịch; chủ tịch
    nước; thủ tướng; thủ tướng chính phủ; phó thủ tướng; bộ trưởng; thứ trưởng; tổng giám đốc; giám đốc; phó giám đốc; chánh văn
    phòng; phó chánh văn phòng; chánh thanh tra; chánh án; viện trưởng; cục trưởng; vụ trưởng; trưởng ban; trưởng phòng; trưởng
    các; phó trưởng ban; tổng biên tập; hiệu trưởng; tổng kiểm toán nhà nước; thống đốc; chỉ huy; chỉ huy trưởng; tư lệnh; chính ủy; trưởng công an;
    trưởng đoàn; tổ trưởng; đội trưởng; chủ nhiệm; chủ nhiệm ủy ban kiểm tra; trưởng thôn; trưởng ấp; trưởng khóm; trưởng bản; trưởng
    khu phố; lãnh đạo; cán bộ chủ chốt; cán bộ, công
    chức phụ trách; tổng thư ký; tổng thanh tra
  `),
  },
  {
    kind: 'people',
    what: 'people at large',
    example: 'mỗi cán bộ, đảng viên',
    heads: phraseList(`
    cán bộ; đảng viên; công chức; viên chức; người lao động; đoàn viên; hội viên; nhân dân; chiến sĩ; quần chúng; thanh niên; đội
    ngũ cán bộ; đội ngũ; học sinh; sinh viên; giáo viên; giảng viên; người dân; tập thể; cá nhân; công dân; các tầng lớp nhân dân;
    tầng lớp nhân dân; chuyên viên; cán bộ, đảng viên
  `),
  },
];

/** Words before a head that count it: several bodies, or each one. */
export const quantifiers = new Phrases<true>(
  phraseList(`
    các; những; mỗi; từng; tất cả các; tất cả; các ông; các ông, bà; các ông (bà); các ông, bà:; các ông (bà):; ông (bà); ông (bà):;
    các đồng chí:; toàn thể; toàn bộ; các loại hình; hầu
    hết các; cả; 100%; mọi
  `).map((words) => [words, true]),
);

/** Words that go on a name after its head without a capital letter: levels, kinds, places. */
export const nameWords = new Phrases<true>(
  phraseList(`
    xóm; buôn; làng; khóm; phum; sóc; quốc gia; trung ương; tỉnh; thành phố; huyện; thị xã; quận; xã; phường; thị trấn; đặc khu;
    thôn; ấp; bản; tổ dân phố; khu phố; tổ phố; khu dân cư; cấp tỉnh; cấp huyện; cấp xã; cấp cơ sở; cấp quân khu; cấp quốc gia; tối cao; hữu quan; cấp trên; cấp dưới; cấp trên
    cơ sở; cấp mình; các cấp; cùng cấp; cơ sở; trực thuộc; trực thuộc trung ương; khối; đảng; nhà nước; nhân dân; việt nam; địa
    phương; cơ quan; đơn vị; doanh nghiệp; công ty; toàn tỉnh; toàn huyện; toàn quốc; cả nước; liên quan; có liên quan; chức năng;
    có thẩm quyền; chuyên môn; chuyên trách; chính trị; chính trị - xã hội; xã hội; nghề nghiệp; kinh tế; quần chúng; vũ trang;
    công lập; ngoài công lập; ngoài nhà nước; và tương đương; tương đương; nói trên; nêu trên; có tên; có tên trên; có tên nêu;
    được phân công; được giao; được giám sát; được kiểm tra; phụ trách; đại học; cao đẳng; trung cấp; phổ thông; trung học; tiểu
    học; trung học cơ sở; trung học phổ thông; mầm non; báo chí; truyền thông; thông tin đại chúng; giáo dục; y tế; văn hóa; thành
    viên; đảng viên; dân cư; sự nghiệp; hành chính; ngang bộ; thuộc chính phủ; cấp ủy; ủy; nòng cốt; chủ chốt; chủ quản; quản lý;
    sử dụng; khác; đó; này; mình; theo thẩm quyền; theo phân cấp; quốc doanh; tư nhân; nông thôn; dân tộc; tôn giáo; thường trú;
    thành viên ban chỉ đạo; đứng đầu; là thành viên; lực lượng vũ trang; doanh nghiệp nhà nước; còn lại; dân phố; biên giới; hải
    đảo; khu vực; miền; vùng; khu công nghiệp; khu kinh tế; khu chế xuất; cụm công nghiệp; khu du lịch; đoàn thể; quân đội; công an; kiểm tra; liên ngành
  `).map((words) => [words, true]),
);

/** Words that tie a further noun to a name: of, under, in. */
export const nameLinks = new Phrases<true>(
  ['của', 'thuộc', 'trực thuộc', 'trong', 'trong toàn', 'trên địa bàn', 'tại', 'ở', 'của các', 'nơi'].map((words) => [words, true]),
);

/** Units of territory, kinds of schools: in a list after commas they go on the name (`các huyện, thị xã, thành phố` is one, by its elision). */
export const territories = new Phrases<true>(
  phraseList(`
    xóm; buôn; làng; khóm; tỉnh; thành phố; huyện; thị xã; quận; xã; phường; thị trấn; đặc khu; thôn; ấp; bản; tổ dân phố; khu
    phố; cao đẳng; đại học; trung cấp; trường chính trị; trường đại học; mầm non; tiểu học; trung học cơ sở; khu công
    nghiệp; khu kinh tế; khu chế xuất
  `).map((words) => [words, true]),
);

/** Heads under which only the distinguishing names are listed: `Các Bộ: Công Thương, Xây dựng`. */
export const distributed: ReadonlySet<string> = new Set(
  phraseList(`
    bộ; sở; ban; ngành; phòng; cục; chi cục; hội; huyện; thành phố; xã; phường; tỉnh; huyện ủy; thành ủy; tỉnh ủy; đảng ủy
  `),
);

/** Heads by their words; the kind tells what a name of that head stands for. */
export const heads = new Phrases<PartyKind>(bodyHeads.flatMap((row) => row.heads.map((head) => [head, row.kind] as const)));

/** Names of sectors as they follow a head (`Sở` Kế hoạch và Đầu tư), commas and `và` included. */
export const sectorNames = new Phrases<true>(sectors.map((name) => [name, true]));
