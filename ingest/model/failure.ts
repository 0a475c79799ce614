import type { Span } from './span.ts';

/**
 * What could not be done. One table gives every code its HTTP status, its exit code and its sentences;
 * the doors (API, command line, page) never invent their own.
 */
export interface FailureKind {
  readonly status: number;
  /** Exit code of the command line: 1 the work failed, 2 the request was wrong. */
  readonly exit: 1 | 2;
  /** What to do about it, in English (logs, API, command line). */
  readonly english: string;
  /** What to do about it, in Vietnamese (page). */
  readonly vietnamese: string;
}

export const failureKinds = {
  'empty-file': {
    status: 422,
    exit: 1,
    english: 'The file is empty. Send the file again, with its content.',
    vietnamese: 'Tệp rỗng. Hãy gửi lại tệp có nội dung.',
  },
  'no-text': {
    status: 422,
    exit: 1,
    english: 'The file holds no text (a scan, perhaps). Scans cannot be read yet: send a file with a text layer.',
    vietnamese: 'Tệp không có chữ (có thể là bản quét). Chưa đọc được bản quét: hãy gửi tệp có lớp chữ.',
  },
  'unsupported-type': {
    status: 415,
    exit: 1,
    english: 'This kind of file cannot be read. Send plain text, Markdown, HTML, DOCX or a PDF with text.',
    vietnamese: 'Không đọc được loại tệp này. Hãy gửi văn bản thuần, Markdown, HTML, DOCX hoặc PDF có chữ.',
  },
  'unknown-encoding': {
    status: 422,
    exit: 1,
    english: 'The text is in an encoding that is not known here. Save it as UTF-8 and send it again.',
    vietnamese: 'Không nhận ra bảng mã của văn bản. Hãy lưu lại bằng UTF-8 rồi gửi lại.',
  },
  'damaged-file': {
    status: 422,
    exit: 1,
    english: 'The file is damaged and cannot be opened. Open it in its program, save it anew and send it again.',
    vietnamese: 'Tệp bị hỏng, không mở được. Hãy mở bằng chương trình gốc, lưu lại và gửi lại.',
  },
  'encrypted-file': {
    status: 422,
    exit: 1,
    english: 'The file is locked by a password. Save a copy without a password and send that.',
    vietnamese: 'Tệp bị khóa bằng mật khẩu. Hãy lưu một bản không có mật khẩu rồi gửi lại.',
  },
  'file-too-large': {
    status: 413,
    exit: 1,
    english: 'The file is larger than the limit. Split it, or raise the limit in the settings.',
    vietnamese: 'Tệp vượt quá dung lượng cho phép. Hãy chia nhỏ tệp hoặc tăng giới hạn.',
  },
  'unreadable-file': {
    status: 422,
    exit: 1,
    english: 'The file cannot be read from disk. Check that it exists and that you may read it.',
    vietnamese: 'Không đọc được tệp trên đĩa. Hãy kiểm tra tệp có tồn tại và quyền đọc.',
  },
  'unwritable-file': {
    status: 500,
    exit: 1,
    english: 'The file cannot be written. Check that its folder exists, that you may write there, and that there is room.',
    vietnamese: 'Không ghi được tệp. Hãy kiểm tra thư mục, quyền ghi và dung lượng còn trống.',
  },
  'bad-name': {
    status: 400,
    exit: 2,
    english: 'The file name is not acceptable: it is empty, too long, or has a path or control characters in it. Rename the file.',
    vietnamese: 'Tên tệp không hợp lệ: rỗng, quá dài, chứa đường dẫn hoặc ký tự điều khiển. Hãy đổi tên tệp.',
  },
  'extraction-failed': {
    status: 500,
    exit: 1,
    english: 'The file was read, but extraction failed. Please report the file: this is a fault of the program.',
    vietnamese: 'Đã đọc được tệp nhưng bóc tách thất bại. Đây là lỗi của chương trình, xin hãy báo lại.',
  },
  'bad-request': {
    status: 400,
    exit: 2,
    english: 'The request is not of the form that is asked for; the details name the field.',
    vietnamese: 'Yêu cầu không đúng mẫu; chi tiết cho biết trường nào sai.',
  },
  'bad-query': {
    status: 400,
    exit: 2,
    english:
      'The search words cannot be used as they are; the details tell the place and what to type instead. At most 500 characters and 32 words can be asked, with at least one letter or digit.',
    vietnamese:
      'Không dùng được từ khóa tìm kiếm như đã gõ; chi tiết cho biết chỗ nào và nên gõ thế nào. Tối đa 500 ký tự, 32 từ, có ít nhất một chữ hoặc số.',
  },
  'not-found': {
    status: 404,
    exit: 1,
    english: 'There is nothing under this name. Check the spelling, or search for it.',
    vietnamese: 'Không có gì mang tên này. Hãy kiểm tra lại hoặc dùng tìm kiếm.',
  },
  forbidden: {
    status: 403,
    exit: 1,
    english: 'Your role may not do this. Ask the person who runs the service.',
    vietnamese: 'Bạn không có quyền làm việc này. Hãy hỏi người quản trị.',
  },
  'too-many-requests': {
    status: 429,
    exit: 1,
    english: 'Too many requests in a short time. Wait a minute and try again.',
    vietnamese: 'Quá nhiều yêu cầu trong thời gian ngắn. Hãy đợi một phút rồi thử lại.',
  },
  'no-collection': {
    status: 503,
    exit: 1,
    english: 'There is no collection here yet. Run `vankien ingest PATH` first, or name the right data folder with --data.',
    vietnamese: 'Chưa có bộ sưu tập ở đây. Hãy chạy `vankien ingest` trước hoặc chọn đúng thư mục dữ liệu.',
  },
  'collection-busy': {
    status: 503,
    exit: 1,
    english: 'Another process is writing to this collection. Wait until it has ended, or stop it.',
    vietnamese: 'Một tiến trình khác đang ghi vào bộ sưu tập này. Hãy đợi hoặc dừng tiến trình đó.',
  },
  'collection-damaged': {
    status: 503,
    exit: 1,
    english: 'The index of this collection is damaged or of another version. Run `vankien rebuild`.',
    vietnamese: 'Chỉ mục của bộ sưu tập bị hỏng hoặc khác phiên bản. Hãy chạy `vankien rebuild`.',
  },
  'index-unavailable': {
    status: 503,
    exit: 1,
    english:
      'The search index does not answer at the moment. Documents sent in are kept and become searchable when it is back; try again shortly.',
    vietnamese:
      'Chỉ mục tìm kiếm hiện chưa trả lời. Văn bản gửi lên vẫn được lưu và sẽ tìm được khi chỉ mục hoạt động lại; hãy thử lại sau.',
  },
  'index-refused': {
    status: 503,
    exit: 1,
    english: 'Elasticsearch refuses the account that is set. Check the API key or user and password in the settings, and its privileges.',
    vietnamese: 'Elasticsearch từ chối tài khoản đã cấu hình. Hãy kiểm tra khóa API hoặc tên và mật khẩu, cùng quyền của tài khoản.',
  },
  'index-unsupported': {
    status: 503,
    exit: 1,
    english:
      'What answers at the address that is set is not an Elasticsearch of a version that can be used. Set the address of an Elasticsearch 9.',
    vietnamese: 'Máy chủ ở địa chỉ đã cấu hình không phải Elasticsearch phiên bản dùng được. Hãy đặt địa chỉ của Elasticsearch 9.',
  },
  'original-elsewhere': {
    status: 404,
    exit: 1,
    english: 'The original files are with the process that takes documents in. Ask that one for the file.',
    vietnamese: 'Tệp gốc nằm ở máy chủ nhận văn bản. Hãy tải tệp từ máy chủ đó.',
  },
  'saved-elsewhere': {
    status: 404,
    exit: 1,
    english: 'The saved searches are with the process that takes documents in. Ask that one for them.',
    vietnamese: 'Các tìm kiếm đã lưu nằm ở máy chủ nhận văn bản. Hãy hỏi máy chủ đó.',
  },
  'decisions-elsewhere': {
    status: 404,
    exit: 1,
    english: 'The decisions about works are with the process that takes documents in. Ask that one for them.',
    vietnamese: 'Các quyết định về văn bản nằm ở máy chủ nhận văn bản. Hãy hỏi máy chủ đó.',
  },
  'read-only': {
    status: 503,
    exit: 1,
    english: 'This process only reads the collection. Send documents to the one that writes.',
    vietnamese: 'Tiến trình này chỉ đọc bộ sưu tập. Hãy gửi văn bản tới tiến trình có quyền ghi.',
  },
  'port-busy': {
    status: 503,
    exit: 1,
    english: 'The port is taken by another program. Stop it, or choose another port with --port.',
    vietnamese: 'Cổng đang được chương trình khác dùng. Hãy dừng chương trình đó hoặc chọn cổng khác.',
  },
  'time-out': {
    status: 503,
    exit: 1,
    english: 'This took longer than allowed. Ask for less, or try again later.',
    vietnamese: 'Quá thời gian cho phép. Hãy thu hẹp yêu cầu hoặc thử lại sau.',
  },
  'method-not-allowed': {
    status: 405,
    exit: 2,
    english: 'This address does not take this method; the Allow header names those that it takes.',
    vietnamese: 'Địa chỉ này không nhận phương thức đó; xem tiêu đề Allow để biết phương thức được nhận.',
  },
  'too-many-files': {
    status: 413,
    exit: 1,
    english: 'There are more files in one request than the limit. Send them in several requests.',
    vietnamese: 'Quá nhiều tệp trong một lần gửi. Hãy chia thành nhiều lần.',
  },
  'wrong-media-type': {
    status: 415,
    exit: 2,
    english:
      'The body of the request is not of the kind that is asked for. Send files as multipart/form-data, lists as text/plain or text/csv, all else as application/json.',
    vietnamese:
      'Nội dung yêu cầu không đúng loại. Hãy gửi tệp dưới dạng multipart/form-data, danh sách dưới dạng text/plain hoặc text/csv, còn lại dưới dạng application/json.',
  },
  'request-too-slow': {
    status: 408,
    exit: 1,
    english: 'The request did not arrive whole in time. Send it again.',
    vietnamese: 'Yêu cầu không đến đủ trong thời gian cho phép. Hãy gửi lại.',
  },
  'headers-too-large': {
    status: 431,
    exit: 2,
    english: 'The address or the headers of the request are too long. Ask for less at once.',
    vietnamese: 'Địa chỉ hoặc tiêu đề của yêu cầu quá dài. Hãy rút ngắn yêu cầu.',
  },
  overloaded: {
    status: 503,
    exit: 1,
    english: 'The service has more work than it can do at the moment. Wait a little and try again.',
    vietnamese: 'Dịch vụ đang quá tải. Hãy đợi một lát rồi thử lại.',
  },
  'not-ready': {
    status: 503,
    exit: 1,
    english: 'The collection does not answer at the moment. Try again shortly; `vankien doctor` tells what is wrong.',
    vietnamese: 'Bộ sưu tập hiện chưa trả lời. Hãy thử lại sau; `vankien doctor` cho biết nguyên nhân.',
  },
  internal: {
    status: 500,
    exit: 1,
    english: 'Something went wrong inside the program. Please report what you did: this is a fault of ours.',
    vietnamese: 'Có lỗi bên trong chương trình. Xin hãy báo lại thao tác đã làm.',
  },
} as const satisfies Record<string, FailureKind>;

export type FailureCode = keyof typeof failureKinds;

/** One thing that is wrong: where (a field, a file), what, and what would be right; in a text that was typed, `span` is its place in UTF-16 code units, end exclusive. */
export interface FailureDetail {
  readonly path: string;
  readonly message: string;
  readonly messageVi?: string;
  readonly span?: Span;
  /** What to write in the place of `span`. */
  readonly proposal?: string;
}

/** A failure as a value: a code of the table, and what exactly was wrong this time. */
export class Failure extends Error {
  readonly code: FailureCode;
  /** What was wrong this time, in English; null where the table's sentence says it all. */
  readonly detail: string | null;
  /** The same one by one, where there is a place to be told; else empty. */
  readonly details: readonly FailureDetail[];

  constructor(code: FailureCode, detail: string | null = null, options?: { cause?: unknown; details?: readonly FailureDetail[] }) {
    super(detail === null ? failureKinds[code].english : `${detail} ${failureKinds[code].english}`, options);
    this.name = 'Failure';
    this.code = code;
    this.detail = detail;
    this.details = options?.details ?? [];
  }

  get kind(): FailureKind {
    return failureKinds[this.code];
  }
}

/** Any thrown thing as a Failure; what is not one already becomes `fallback`. */
export function asFailure(thrown: unknown, fallback: FailureCode = 'internal'): Failure {
  if (thrown instanceof Failure) return thrown;
  const detail = thrown instanceof Error ? thrown.message : String(thrown);
  return new Failure(fallback, detail, { cause: thrown });
}
