/** Documents of our own writing, as offices write them: a conclusion of the centre, and what two provinces and a district make of it. */

export const conclusion = {
  name: 'Kết luận 21.txt',
  number: '21-KL/TW',
  text: `BAN CHẤP HÀNH TRUNG ƯƠNG                    ĐẢNG CỘNG SẢN VIỆT NAM
BỘ CHÍNH TRỊ
Số 21-KL/TW                                  Hà Nội, ngày 12 tháng 4 năm 2022

KẾT LUẬN
về tăng cường bảo vệ nguồn nước ở nông thôn
-----

1. Các cấp ủy lãnh đạo việc bảo vệ nguồn nước, coi đây là nhiệm vụ thường xuyên.

Nơi nhận:
- Các tỉnh ủy, thành ủy,
- Lưu Văn phòng Trung ương.

T/M BỘ CHÍNH TRỊ
THƯỜNG TRỰC BAN BÍ THƯ
Nguyễn Văn Hồ
`,
};

export const plan = {
  name: 'Kế hoạch 35 Bến Tre.txt',
  number: '35-KH/TU',
  text: `TỈNH ỦY BẾN TRE                              ĐẢNG CỘNG SẢN VIỆT NAM
BAN THƯỜNG VỤ
Số 35-KH/TU                                  Bến Tre, ngày 20 tháng 6 năm 2022

KẾ HOẠCH
thực hiện Kết luận số 21-KL/TW, ngày 12/4/2022 của Bộ Chính trị
về tăng cường bảo vệ nguồn nước ở nông thôn
-----

Thực hiện Kết luận số 21-KL/TW, ngày 12/4/2022 của Bộ Chính trị về tăng cường bảo vệ nguồn nước ở nông thôn, Ban Thường vụ Tỉnh ủy xây dựng kế hoạch như sau:

I. MỤC ĐÍCH
Nâng cao ý thức của cán bộ, đảng viên về nguồn nước sạch.

II. TỔ CHỨC THỰC HIỆN
1. Ban Tuyên giáo Tỉnh ủy chủ trì, phối hợp với Sở Nông nghiệp tham mưu kế hoạch tuyên truyền, hoàn thành trước ngày 15/9/2022.
2. Các huyện ủy báo cáo kết quả về Ban Thường vụ Tỉnh ủy, hoàn thành trong quý I hằng năm.

Nơi nhận:
- Bộ Chính trị (để báo cáo),
- Các huyện ủy,
- Lưu Văn phòng Tỉnh ủy.

T/M BAN THƯỜNG VỤ
PHÓ BÍ THƯ
Trần Thị Suối
`,
};

/** Bears the number of `plan`, in another province. */
export const otherPlan = {
  name: 'Kế hoạch 35 An Giang.txt',
  number: '35-KH/TU',
  text: `TỈNH ỦY AN GIANG                             ĐẢNG CỘNG SẢN VIỆT NAM
BAN THƯỜNG VỤ
Số 35-KH/TU                                  An Giang, ngày 02 tháng 8 năm 2022

KẾ HOẠCH
kiểm tra việc trồng rừng năm 2022
-----

Ban Thường vụ Tỉnh ủy kiểm tra việc trồng rừng tại các huyện.

Nơi nhận:
- Các huyện ủy,
- Lưu Văn phòng Tỉnh ủy.

T/M BAN THƯỜNG VỤ
BÍ THƯ
Lê Văn Rừng
`,
};

export const districtPlan = {
  name: 'Kế hoạch 08 Ba Tri.txt',
  number: '08-KH/HU',
  text: `HUYỆN ỦY BA TRI                             ĐẢNG CỘNG SẢN VIỆT NAM
Số 08-KH/HU                                  Ba Tri, ngày 15 tháng 8 năm 2022

KẾ HOẠCH
thực hiện Kế hoạch số 35-KH/TU, ngày 20/6/2022 của Ban Thường vụ Tỉnh ủy Bến Tre
-----

Thực hiện Kế hoạch số 35-KH/TU, ngày 20/6/2022 của Ban Thường vụ Tỉnh ủy Bến Tre, Huyện ủy đề ra các việc sau:

1. Ban Tuyên giáo Huyện ủy hướng dẫn các chi bộ giữ sạch giếng nước, chậm nhất 30/10/2022.

Nơi nhận:
- Ban Thường vụ Tỉnh ủy (để báo cáo),
- Lưu Văn phòng Huyện ủy.

T/M HUYỆN ỦY
BÍ THƯ
Phạm Văn Giếng
`,
};

export const all = [conclusion, plan, otherPlan, districtPlan];

/** The same by the names of their files. */
export const allByName: Readonly<Record<string, string>> = Object.fromEntries(all.map(({ name, text }) => [name, text]));
