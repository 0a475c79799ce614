/** A matter that documents are about: `about` follows the word "về", `things` are what the work is done on, `works` are duties. */
export interface Topic {
  readonly about: readonly string[];
  readonly things: readonly string[];
  readonly works: readonly string[];
}

export const topics: readonly Topic[] = [
  {
    about: ['công tác lưu trữ và số hóa hồ sơ', 'nâng cao chất lượng công tác văn thư, lưu trữ', 'số hóa tài liệu lưu trữ lịch sử'],
    things: ['hồ sơ nộp lưu', 'kho lưu trữ chuyên dụng', 'tài liệu tồn đọng', 'danh mục hồ sơ', 'mục lục tài liệu'],
    works: [
      'lập danh mục tài liệu cần số hóa và bố trí kho bảo quản đạt chuẩn',
      'tổ chức tập huấn nghiệp vụ chỉnh lý cho công chức văn thư',
      'thẩm định phương án tiêu hủy tài liệu hết giá trị',
      'cập nhật mục lục tài liệu lên hệ thống dùng chung',
    ],
  },
  {
    about: ['phát triển nghề thủ công truyền thống', 'bảo tồn và phát triển làng nghề ở nông thôn', 'khôi phục các làng nghề truyền thống'],
    things: ['làng nghề', 'sản phẩm mây tre đan', 'nghệ nhân cao tuổi', 'hợp tác xã dệt', 'gian hàng giới thiệu sản phẩm'],
    works: [
      'rà soát danh mục làng nghề cần hỗ trợ và lập bản đồ phân bố',
      'mở lớp truyền nghề cho thanh niên ở các thôn, bản',
      'giới thiệu sản phẩm thủ công tại các hội chợ trong nước',
      'xét chọn nghệ nhân tiêu biểu để đề nghị tôn vinh',
    ],
  },
  {
    about: ['quản lý rừng bền vững', 'phát triển kinh tế lâm nghiệp', 'bảo vệ rừng đầu nguồn'],
    things: ['diện tích rừng trồng', 'vườn ươm cây bản địa', 'tổ bảo vệ rừng', 'chòi canh lửa', 'rừng gỗ lớn'],
    works: [
      'đo đạc, cắm mốc ranh giới rừng phòng hộ trên thực địa',
      'thẩm định phương án trồng rừng gỗ lớn của các chủ rừng',
      'tuần tra các khu vực giáp ranh trong mùa khô',
      'chi trả tiền dịch vụ môi trường rừng cho các hộ nhận khoán',
    ],
  },
  {
    about: ['tiếp công dân và giải quyết đơn thư', 'trách nhiệm tiếp dân của người đứng đầu', 'nâng cao hiệu quả tiếp công dân'],
    things: ['lịch tiếp dân', 'đơn thư vượt cấp', 'phòng tiếp công dân', 'sổ theo dõi kiến nghị', 'vụ việc kéo dài'],
    works: [
      'niêm yết lịch tiếp dân tại trụ sở và trên trang thông tin điện tử',
      'phân loại đơn thư tồn đọng và chuyển đến cơ quan có thẩm quyền',
      'đối thoại với các hộ dân có khiếu nại kéo dài',
      'kiểm tra việc ghi chép sổ tiếp công dân ở cơ sở',
    ],
  },
  {
    about: ['chuyển đổi số trong cơ quan nhà nước', 'phát triển hạ tầng số ở cơ sở', 'ứng dụng chữ ký số trong công việc'],
    things: ['dịch vụ công trực tuyến', 'chữ ký số', 'trung tâm dữ liệu', 'tổ công nghệ số', 'phần mềm quản lý văn bản'],
    works: [
      'vận hành phần mềm quản lý văn bản liên thông đến cấp xã',
      'cấp chứng thư số cho người làm công tác văn phòng',
      'khảo sát nhu cầu trang thiết bị của các bộ phận một cửa',
      'công khai tỷ lệ hồ sơ giải quyết đúng hạn của từng đơn vị',
    ],
  },
  {
    about: ['phòng, chống thiên tai và tìm kiếm cứu nạn', 'chủ động ứng phó với sạt lở và lũ quét', 'an toàn hồ đập trong mùa mưa lũ'],
    things: ['điểm sạt lở', 'hồ chứa xung yếu', 'tuyến đê bao', 'lực lượng xung kích', 'kho vật tư dự phòng'],
    works: [
      'kiểm tra hệ thống hồ đập và lập phương án xử lý sự cố',
      'di dời các hộ dân ra khỏi vùng có nguy cơ sạt lở',
      'diễn tập phương án cứu hộ tại các xã trọng điểm',
      'bổ sung vật tư dự phòng cho các điểm xung yếu',
    ],
  },
  {
    about: ['nâng cao chất lượng sinh hoạt chi bộ', 'xây dựng chi bộ kiểu mẫu', 'đổi mới nội dung sinh hoạt chi bộ'],
    things: ['sinh hoạt chuyên đề', 'chi bộ kiểu mẫu', 'sổ tay đảng viên điện tử', 'nghị quyết chuyên đề', 'đảng viên đi làm ăn xa'],
    works: [
      'biên soạn tài liệu hướng dẫn sinh hoạt chuyên đề',
      'bồi dưỡng kỹ năng điều hành cho bí thư chi bộ',
      'chọn một số chi bộ làm điểm để rút kinh nghiệm',
      'dự sinh hoạt với chi bộ được phân công phụ trách',
    ],
  },
  {
    about: ['khám bệnh, chữa bệnh ở tuyến cơ sở', 'phát triển mạng lưới y tế thôn, bản', 'nâng cao năng lực trạm y tế'],
    things: ['trạm y tế', 'hồ sơ sức khỏe điện tử', 'cô đỡ thôn, bản', 'tủ thuốc thiết yếu', 'đội y tế lưu động'],
    works: [
      'luân phiên bác sĩ về trạm y tế ở vùng khó khăn',
      'lập hồ sơ sức khỏe điện tử cho người cao tuổi',
      'kiểm tra việc bảo quản vắc xin tại các điểm tiêm',
      'tư vấn dinh dưỡng cho phụ nữ mang thai ở vùng cao',
    ],
  },
  {
    about: ['dạy và học tiếng dân tộc thiểu số', 'xây dựng trường học hạnh phúc', 'phổ cập bơi cho trẻ em'],
    things: ['lớp học bán trú', 'thư viện thân thiện', 'bể bơi lắp ghép', 'giáo viên tiếng Anh', 'tủ sách lớp học'],
    works: [
      'bố trí giáo viên dạy bơi và lắp đặt bể bơi thông minh',
      'khảo sát điều kiện ăn, ở của học sinh bán trú',
      'đưa nội dung phòng, chống đuối nước vào tiết học ngoại khóa',
      'sưu tầm truyện dân gian để biên soạn tài liệu địa phương',
    ],
  },
  {
    about: ['tiết kiệm điện và sử dụng năng lượng hiệu quả', 'cung cấp nước sạch ở nông thôn', 'thu gom, xử lý rác thải sinh hoạt'],
    things: ['công trình nước tập trung', 'điểm thu gom rác', 'đèn chiếu sáng công cộng', 'bãi chôn lấp', 'hộ dùng nước sạch'],
    works: [
      'lắp đặt đồng hồ nước cho các hộ ở cuối tuyến ống',
      'phân loại rác tại nguồn ở các khu dân cư làm điểm',
      'thay thế đèn chiếu sáng bằng loại tiết kiệm điện',
      'quan trắc chất lượng nước của các công trình tập trung',
    ],
  },
];
