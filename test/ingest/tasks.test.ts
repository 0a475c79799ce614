import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { wordsOf } from '#ingest/model/span.ts';
import type { Task } from '#ingest/model/task.ts';
import { planWith, recordFrom } from '../support/pipeline.ts';

/**
 * Documents of our own writing. `⟦who | who; by when | by when⟧` stands before each sentence that lays a task: its assignees and its deadlines
 * (last day or rhythm). Every other sentence lays none.
 */
const folder = new URL('./tasks/', import.meta.url);
const mark = /⟦(?<who>[^;⟧]*);(?<when>[^⟧]*)⟧(?<words>[^\n⟦|]{1,60})/gu;

function listed(words: string): string[] {
  return words
    .split('|')
    .map((word) => word.trim())
    .filter((word) => word !== '');
}

const whenOf = (task: Task) => task.deadlines.map(({ end, recurs }) => end ?? recurs ?? 'event');

describe.each(readdirSync(folder).filter((name) => name.endsWith('.txt')))('the tasks of %s', (name) => {
  const marked = readFileSync(new URL(name, folder), 'utf8');
  const expected = [...marked.matchAll(mark)].map(({ groups }) => ({
    words: groups!['words']!.trim().slice(0, 40),
    assignees: listed(groups!['who']!),
    deadlines: listed(groups!['when']!),
  }));

  it('are those marked, with their bodies and deadlines', async () => {
    const record = await recordFrom(marked.replace(/⟦[^⟧]*⟧/gu, ''));
    expect(
      record.tasks.map((task, index) => {
        const words = expected[index]?.words ?? '';
        return {
          words: words !== '' && task.text.includes(words) ? words : task.text.slice(0, 60),
          assignees: task.assignees.map(({ name: body }) => body),
          deadlines: whenOf(task),
        };
      }),
    ).toEqual(expected);
  });

  it('carry spans of the words that state them', async () => {
    const record = await recordFrom(marked.replace(/⟦[^⟧]*⟧/gu, ''));
    for (const task of record.tasks) {
      expect(wordsOf(record.text, task.span).replace(/\s+/gu, ' ')).toBe(task.text);
      for (const deadline of task.deadlines) expect(wordsOf(record.text, deadline.span).replace(/\s+/gu, ' ')).toBe(deadline.text);
      for (const { name: body, span } of [...task.assignees, ...task.coordinators])
        expect(body.endsWith(wordsOf(record.text, span))).toBe(true);
    }
  });
});

describe('who is charged', () => {
  const rows: readonly [sentence: string, assignees: string[]][] = [
    ['Giao Đảng ủy Chính phủ chỉ đạo Bộ Y tế chủ trì xây dựng đề án.', ['Đảng ủy Chính phủ', 'Bộ Y tế']],
    ['Giao Huyện ủy Đông Hà chỉ đạo Phòng Y tế huyện phối hợp với các trường theo dõi.', ['Huyện ủy Đông Hà', 'Phòng Y tế huyện']],
    ['Sở Y tế chỉ đạo các bệnh viện thực hiện tốt việc khám.', ['Sở Y tế']],
    ['Hằng năm, Văn phòng Tỉnh ủy phân công người phụ trách kho lưu trữ.', ['Văn phòng Tỉnh ủy']],
    ['Nếu điều kiện cho phép, Tòa án nhân dân tỉnh đo đạc ranh giới trụ sở.', ['Tòa án nhân dân tỉnh']],
    ['Đối với hồ sơ đủ điều kiện thì Sở Nội vụ giới thiệu đi giám định.', ['Sở Nội vụ']],
    ['Các tổ tự quản, tòa chuyên trách và các cơ sở đoàn tuyên truyền.', ['Các tổ tự quản', 'tòa chuyên trách', 'các cơ sở đoàn']],
  ];
  it.each(rows)('of “%s”', async (sentence, assignees) => {
    const record = await recordFrom(planWith(`1- ${sentence}`));
    expect(record.tasks.map((task) => task.assignees.map(({ name: body }) => body))).toEqual([assignees]);
  });
});

describe('no duty is laid', () => {
  it.each([
    'Trên đây là Kế hoạch phát triển du lịch.',
    'Kế hoạch này quy định các bước phát triển du lịch hằng năm.',
    'Chương trình số 30-CTr/TU ngày 29/12/2017 của Tỉnh ủy về du lịch',
    'Cơ bản đồng ý chủ trương mở rộng bến xe; Sở Giao thông vận tải đã trình.',
    'Các tổ tự quản đã trao đổi kinh nghiệm với tỉnh bạn.',
  ])('by “%s”', async (sentence) => {
    const record = await recordFrom(planWith('1- Sở Du lịch', '- Lập bản đồ du lịch.', '2- Nội dung khác', sentence));
    expect(record.tasks.map(({ text }) => text)).toEqual(['Lập bản đồ du lịch.']);
  });

  it('by a title that begins with the noun of a body', async () => {
    const record = await recordFrom(planWith('1- Sở Du lịch lập bản đồ.', '2- Chi bộ kiểu mẫu'));
    expect(record.tasks.map(({ text }) => text)).toEqual(['Sở Du lịch lập bản đồ.']);
  });
});

describe('who joins in', () => {
  const rows: readonly [sentence: string, coordinators: string[]][] = [
    ['Sở Nội vụ chủ trì, phối hợp với Sở Tài chính, Sở Tư pháp tham mưu đề án.', ['Sở Tài chính', 'Sở Tư pháp']],
    ['Báo Ấp Mới phối hợp chặt chẽ với các cơ quan liên quan mở chuyên mục.', ['các cơ quan liên quan']],
    ['Sở Nội vụ thống nhất với Sở Tài chính trước khi trình.', []],
    ['Sở Nội vụ phối hợp tổ chức hội nghị.', []],
  ];
  it.each(rows)('in “%s”', async (sentence, coordinators) => {
    const [task] = (await recordFrom(planWith(`1. ${sentence}`))).tasks;
    expect(task?.coordinators.map(({ name }) => name)).toEqual(coordinators);
  });
});

describe('deadlines before the document', () => {
  it('are none to come', async () => {
    const record = await recordFrom(
      planWith('1. Hoàn thành việc rà soát trong quý I năm 2021.', '2. Hoàn thành việc tổng hợp trong quý IV năm 2023.'),
    );
    expect(record.tasks.map(whenOf)).toEqual([['2023-12-31']]);
  });
});

describe('a task in its place', () => {
  const plan = planWith(
    '1. Ban Tổ chức Tỉnh ủy:',
    'a) Rà soát quy chế, hoàn thành trước ngày 30/4/2023; nếu có vướng mắc thì báo cáo Thường trực Tỉnh ủy.',
    'b) Trong tháng 6/2023: tổng hợp kết quả.',
    '2. Năm 2024:',
    '- Văn phòng Tỉnh ủy tổng kết việc thực hiện Kế hoạch.',
  );

  it('tells the headings above it, from the outermost inward, with their words', async () => {
    const record = await recordFrom(plan);
    const [first, , last] = record.tasks;
    expect(first?.place.map(({ text }) => text)).toEqual(['I- NHIỆM VỤ, GIẢI PHÁP', '1. Ban Tổ chức Tỉnh ủy', 'a)']);
    expect(last?.place.map(({ text }) => text)).toEqual(['I- NHIỆM VỤ, GIẢI PHÁP', '2. Năm 2024']);
    for (const { place } of record.tasks) for (const { text, span } of place) expect(wordsOf(record.text, span)).toBe(text);
  });

  it('marks what it has from above, and keeps its condition', async () => {
    const record = await recordFrom(plan);
    const [first, second, last] = record.tasks;
    expect(first?.assignees).toMatchObject([{ name: 'Ban Tổ chức Tỉnh ủy', inherited: true }]);
    expect(first?.deadlines).toMatchObject([{ bound: 'before', unit: 'day', start: null, end: '2023-04-30', inherited: false }]);
    expect(first?.condition?.text).toBe('nếu có vướng mắc');
    expect(wordsOf(record.text, first!.condition!.span)).toBe('nếu có vướng mắc');
    expect(second?.deadlines).toMatchObject([{ bound: 'by', unit: 'month', start: '2023-06-01', end: '2023-06-30' }]);
    expect(last?.assignees).toMatchObject([{ name: 'Văn phòng Tỉnh ủy', inherited: false }]);
    expect(last?.deadlines).toMatchObject([{ unit: 'year', start: '2024-01-01', end: '2024-12-31', inherited: true }]);
  });

  it('begins a stretch in the year before its end where the months say so', async () => {
    const record = await recordFrom(planWith('1. Sở Y tế tập huấn từ tháng 11 đến tháng 02 năm 2024.'));
    expect(record.tasks[0]?.deadlines).toMatchObject([{ start: '2023-11-01', end: '2024-02-29' }]);
  });
});

describe('lines below a duty that say who and when', () => {
  it.each([
    [
      'a leader that also carries it out',
      ['- Cơ quan chủ trì, thực hiện: Ủy ban Kiểm tra Huyện ủy.', '- Thời gian thực hiện: xong trước ngày 31/12/2026.'],
      ['Ủy ban Kiểm tra Huyện ủy'],
    ],
    [
      'a leader, and who carries it out',
      ['- Cơ quan chủ trì: Văn phòng Huyện ủy.', '- Cơ quan thực hiện: Các đảng ủy xã.'],
      ['Văn phòng Huyện ủy', 'Các đảng ủy xã'],
    ],
  ])('are no tasks of their own: %s', async (_, below, assignees) => {
    const record = await recordFrom(planWith('1. Công tác lãnh đạo', '1.1. Xây dựng, ban hành Kế hoạch chuyển đổi số năm 2026.', ...below));
    expect(record.tasks.map(({ text }) => text)).toEqual(['Xây dựng, ban hành Kế hoạch chuyển đổi số năm 2026.']);
    expect(record.tasks[0]?.assignees.map(({ name }) => name)).toEqual(assignees);
  });
});

describe('marks without words', () => {
  it('are no tasks', async () => {
    const record = await recordFrom(planWith('1. Giao Sở Y tế:', '- Sở Y tế tập huấn.', '- .', '- 2.2.', '13-02-2026 10:38:07 +07:00'));
    expect(record.tasks.map(({ text }) => text)).toEqual(['Sở Y tế tập huấn.']);
  });
});

describe('a programme of work', () => {
  it('takes the line that says who and when together with the work above it', async () => {
    const record = await recordFrom(
      planWith(
        '1. Năm 2028',
        '1.1. Nghị quyết về phát triển kinh tế tập thể trên địa bàn huyện',
        'Đảng ủy Ủy ban nhân dân huyện chủ trì, phối hợp các cơ quan liên quan tham mưu, trình trong tháng 01/2028',
        '1.2. Tổng kết công tác kiểm tra, giám sát nhiệm kỳ 2025 - 2030.',
        '- Ủy ban Kiểm tra Huyện ủy tham mưu, trình.',
      ),
    );
    expect(
      record.tasks.map(({ text, assignees, deadlines }) => [text, assignees.map(({ name }) => name), deadlines.map(({ end }) => end)]),
    ).toEqual([
      ['Nghị quyết về phát triển kinh tế tập thể trên địa bàn huyện', ['Đảng ủy Ủy ban nhân dân huyện'], ['2028-01-31']],
      ['Tổng kết công tác kiểm tra, giám sát nhiệm kỳ 2025 - 2030.', ['Ủy ban Kiểm tra Huyện ủy'], ['2028-12-31']],
    ]);
  });
});
