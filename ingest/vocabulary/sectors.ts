import { phraseList } from './phrases.ts';
/**
 * Sectors (ngành, lĩnh vực) that ministries, departments and offices are named by, before and after the mergers of 2025
 * (Nghị định 45/2025/NĐ-CP for departments; Nghị quyết 176/2025/QH15 for ministries). Proper names: written with capitals.
 */
export const sectors: readonly string[] = phraseList(`
    Nội vụ; Tư pháp; Tài chính; Kế hoạch và Đầu tư; Kế hoạch & Đầu tư; Kế hoạch - Đầu tư; Tài chính - Kế hoạch; Công Thương; Nông
    nghiệp và Phát triển nông thôn; Nông nghiệp & Phát triển nông thôn; Nông nghiệp và PTNT; Nông nghiệp và Môi trường; Tài nguyên
    và Môi trường; Tài nguyên & Môi trường; Giao thông vận tải; Giao thông Vận tải; Xây dựng; Thông tin và Truyền thông; Thông tin
    & Truyền thông; Khoa học và Công nghệ; Khoa học & Công nghệ; Lao động - Thương binh và Xã hội; Lao động – Thương binh và Xã
    hội; Lao động, Thương binh và Xã hội; Văn hóa, Thể thao và Du lịch; Văn hóa, Thể thao và Truyền thông; Văn hóa, Thể thao; Văn
    hóa và Thể thao; Văn hóa và Thông tin; Văn hóa - Thông tin; Văn hóa - Xã hội; Du lịch; Giáo dục và Đào tạo; Giáo dục & Đào
    tạo; Y tế; Ngoại vụ; Ngoại giao; Quốc phòng; Công an; Dân tộc; Dân tộc và Tôn giáo; Quy hoạch - Kiến trúc; Kinh tế; Kinh tế và
    Hạ tầng; Kinh tế, Hạ tầng và Đô thị; Tuyên giáo; Tuyên giáo và Dân vận; Tổ chức; Dân vận; Nội chính; Xây dựng Đảng; Bảo vệ,
    chăm sóc sức khỏe cán bộ; Tổ chức - Nội vụ; Thanh tra; Phát thanh và Truyền hình; Phát thanh - Truyền hình; Phát thanh, Truyền
    hình; Giáo dục; Nông nghiệp; Văn hóa; Kiểm sát; Tòa án; Kiểm tra; Công nghệ thông tin; Công nghệ thông tin và Truyền thông;
    Quản lý đô thị; Tổ chức cán bộ; Tổ chức - Hành chính; Hành chính - Tổng hợp; Tổng hợp; Kế hoạch - Tài chính; Pháp chế; Cải
    cách hành chính; Thi đua - Khen thưởng; Thi đua, khen thưởng; Đối ngoại; Thông tin đối ngoại; Lý luận chính trị; Khoa giáo;
    Văn hóa - Văn nghệ; Tuyên truyền; Quản lý báo chí; Kiểm tra Đảng; Chính sách xã hội; Quản lý thị trường; Văn hóa, Thông tin và
    Truyền thanh; Văn hóa, Thể thao và Truyền thanh; Văn hóa - Thể thao và Truyền thanh; Truyền thông và Văn hóa; Truyền thông - Văn hóa;
    Truyền thông - Văn hóa - Thể thao; Văn hóa, Thể thao; Quy hoạch, Kiến trúc; Kinh tế, Ngân sách; Kinh tế - Ngân sách; Văn hóa, Xã hội;
    Văn hóa và Xã hội; Kinh tế và Ngân sách; Dân chủ - Pháp luật; Tổ chức - Kiểm tra; Tuyên giáo - Tôn giáo; Dân tộc - Tôn giáo; Phong trào; Chính sách - Pháp luật; Kinh tế và Đô thị; Hạ tầng và Đô thị; Lao động Thương binh và Xã hội;
    Tài chính, Ngân sách; Văn hóa, Giáo dục
  `);
