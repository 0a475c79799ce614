/** Pieces of sentences that tell what was and is: no duties, no deadlines, nothing that names a document. */
export const openings = [
  'Cùng với đó,',
  'Bên cạnh kết quả đạt được,',
  'Trong thời gian qua,',
  'Qua theo dõi thực tế,',
  'Nhìn chung,',
  'Mặc dù còn nhiều khó khăn,',
  'Từ thực tiễn cơ sở,',
  'So với cùng kỳ năm trước,',
  'Ở những nơi có phong trào khá,',
  'Tại các xã vùng xa,',
  'Đáng chú ý là',
  'Theo đánh giá của nhiều đoàn khảo sát,',
  'Trước những biến động của thị trường,',
  'Bằng nhiều nguồn lực khác nhau,',
  'Nhờ có sự đồng thuận của người dân,',
  'Ở một vài nơi,',
  'Xét trên bình diện chung,',
  'Có thể thấy,',
] as const;

export const subjects = [
  'các địa phương',
  'nhiều cấp ủy và chính quyền cơ sở',
  'đội ngũ công chức văn phòng',
  'hệ thống truyền thanh ở thôn, xóm',
  'các hợp tác xã và hộ gia đình',
  'lực lượng tình nguyện trẻ',
  'một số đơn vị sự nghiệp',
  'người có uy tín trong cộng đồng',
  'các tổ tự quản',
  'phần lớn chi bộ nông thôn',
  'đoàn viên, hội viên ở khu dân cư',
  'các hội quần chúng ở cơ sở',
  'đội ngũ giáo viên về hưu',
  'các doanh nghiệp nhỏ trên địa bàn',
  'bà con ở vùng đồng bào dân tộc',
  'các trưởng thôn, trưởng bản',
  'nhiều hộ kinh doanh cá thể',
  'lớp cán bộ trẻ mới được luân chuyển',
] as const;

export const deeds = [
  'đã tháo gỡ được vướng mắc về mặt bằng liên quan đến {thing}',
  'đã dành nhiều công sức cho {thing}',
  'còn lúng túng khi thống kê số liệu về {thing}',
  'đã đưa {thing} vào nội dung thi đua',
  'chưa thật sự quan tâm đến {thing}',
  'đã huy động được sự đóng góp của người dân cho {thing}',
  'đã có cách làm hay đối với {thing}',
  'vẫn gặp khó khăn về kinh phí dành cho {thing}',
  'đã nắm chắc tình hình {thing}',
  'đã nêu nhiều ý kiến xác đáng về {thing}',
  'đã mạnh dạn thử nghiệm cách làm mới đối với {thing}',
  'đã tranh thủ được sự giúp đỡ của các nhà khoa học về {thing}',
  'còn trông chờ vào cấp trên trong việc xử lý {thing}',
  'đã khơi dậy được tinh thần tự nguyện khi bàn về {thing}',
  'đã công khai các khoản chi cho {thing}',
  'chưa phân định rõ trách nhiệm đối với {thing}',
  'đã trao đổi kinh nghiệm với tỉnh bạn về {thing}',
] as const;

export const results = [
  'góp phần tạo chuyển biến rõ nét về nhận thức',
  'được Nhân dân đồng tình, ủng hộ',
  'song kết quả giữa các vùng chưa đồng đều',
  'nhờ đó chất lượng được nâng lên',
  'tuy nhiên tính bền vững chưa cao',
  'tạo không khí thi đua sôi nổi',
  'qua đó phát hiện nhiều nhân tố mới',
  'nhất là ở những địa bàn mới sáp nhập',
  'đáp ứng khá tốt yêu cầu đặt ra',
  'song việc nhân rộng còn chậm',
  'được ghi nhận trong nhiều cuộc khảo sát',
  'nhưng chưa trở thành nền nếp',
  'giúp giảm đáng kể thời gian chờ đợi',
  'để lại ấn tượng tốt trong dư luận',
  'song vẫn còn khoảng cách so với mong muốn',
  'mở ra hướng đi mới cho những năm sau',
  'dù điều kiện vật chất còn thiếu thốn',
  'từ đó củng cố thêm lòng tin của bà con',
  'phù hợp với phong tục, tập quán từng vùng',
] as const;

/** `{n}` a number, `{p}` a percentage, `{thing}` what the matter is about. */
export const figures = [
  'Toàn địa bàn có {n} mô hình liên quan đến {thing}, đạt {p}% so với yêu cầu',
  'Đã có {n} lượt người tham gia, trong đó {p}% là người trẻ',
  'Tỷ lệ hài lòng đối với {thing} đạt {p}%, cao hơn mức bình quân chung',
  'Số lượt kiểm tra về {thing} là {n}, phát hiện một số thiếu sót về ghi chép',
  'Kinh phí dành cho {thing} đạt {p}% nhu cầu; phần còn lại do cộng đồng đóng góp',
  'Còn {n} trường hợp chưa đủ điều kiện, chủ yếu do thiếu {thing}',
  'Có {n} đơn vị tự đánh giá lại việc quản lý {thing}, {p}% trong số đó thấy cần thay đổi',
  'Trên {n} ý kiến được gửi đến, phần nhiều nói về {thing}',
  'Tốc độ xử lý hồ sơ liên quan đến {thing} tăng {p}%',
  'Chỉ có {p}% số người được hỏi biết rõ về {thing}',
] as const;

/** What is striven for: no duty, though a year may stand in it. */
export const targets = [
  'Phấn đấu đến năm {y} có {p}% đơn vị làm tốt việc quản lý {thing}',
  'Đến năm {y}, tỷ lệ hài lòng đối với {thing} đạt {p}%',
  'Đến cuối nhiệm kỳ có ít nhất {n} mô hình tốt về {thing}',
] as const;

export const aims = [
  'Tạo sự thống nhất về nhận thức và hành động đối với {thing}',
  'Khắc phục cách làm hình thức, phô trương',
  'Bảo đảm thiết thực, tiết kiệm, phù hợp với từng địa bàn',
  'Lấy sự hài lòng của người dân làm thước đo',
  'Không làm phát sinh thủ tục hành chính',
  'Phát huy tính sáng tạo của cơ sở trong việc chăm lo {thing}',
  'Giữ được bản sắc của từng vùng khi làm mới {thing}',
  'Huy động được nhiều nguồn lực ngoài ngân sách cho {thing}',
  'Đi từng bước chắc chắn, không nóng vội',
] as const;

/** Rules of a regulation: they bind everybody and nobody by name. */
export const rules = [
  'Việc quản lý {thing} phải công khai, minh bạch và đúng thẩm quyền',
  'Mức hỗ trợ đối với {thing} không vượt quá {p}% chi phí hợp lệ',
  'Hồ sơ về {thing} gồm đơn đề nghị, bản thuyết minh và biên bản khảo sát',
  'Nguyên tắc chung là khách quan, đúng đối tượng, không trùng lặp',
  'Từ ngữ dùng trong văn bản này được hiểu theo nghĩa thông thường của chuyên ngành',
] as const;
