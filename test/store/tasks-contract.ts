import { describe, expect, test } from 'vitest';
import type { TaskFilter } from '#services/store/port.ts';
import { stored, task } from '../support/record.ts';
import { heldStore, type StorePlace } from './place.ts';

const oneOff = (end: string) => ({ end, recurs: null });

const collection = [
  stored('a', 'Kế hoạch', {
    tasks: [
      task('a0', { assignees: ['Ban Tuyên giáo Tỉnh ủy', 'Tỉnh đoàn'], deadlines: [oneOff('2023-06-30')] }),
      task('a1', { assignees: ['Các cấp ủy'], deadlines: [{ end: null, recurs: 'yearly' }] }),
      task('a2', { assignees: ['Văn phòng'] }),
    ],
  }),
  stored('b', 'Chương trình', {
    tasks: [
      task('b0', { assignees: ['Ban Tuyên giáo Huyện uỷ'], deadlines: [oneOff('2023-03-22'), oneOff('2024-12-31')] }),
      task('b1', { assignees: ['Tỉnh đoàn', 'Ban Tuyên truyền'], deadlines: [oneOff('2023-06-30'), { end: null, recurs: 'quarterly' }] }),
    ],
  }),
  stored('c', 'Thông báo'),
];

export function testTasks(makePlace: () => Promise<StorePlace>): void {
  describe('lists tasks', () => {
    const held = heldStore(makePlace, collection);

    test.each<[string, TaskFilter, string[]]>([
      ['all, the earliest last day first, those without one last', {}, ['b0', 'a0', 'b1', 'a1', 'a2']],
      ['by assignee', { assignee: 'Ban Tuyên giáo' }, ['b0', 'a0']],
      ['by assignee without accents', { assignee: 'tuyen giao' }, ['b0', 'a0']],
      ['by assignee, accents on some words', { assignee: 'ban tuyên giao' }, ['b0', 'a0']],
      ['by assignee, either placement of the tone', { assignee: 'cấp uỷ' }, ['a1']],
      ['by assignee, with another tone', { assignee: 'Ban Tuyến giáo' }, []],
      ['by assignee, not with half a word', { assignee: 'tuyen gia' }, []],
      ['by assignee, not with words of two names', { assignee: 'Tỉnh ủy Tỉnh đoàn' }, []],
      ['from a day on, itself included', { from: '2023-06-30' }, ['a0', 'b1', 'b0']],
      ['up to a day, itself included', { to: '2023-06-30' }, ['b0', 'a0', 'b1']],
      ['in a period: one deadline must lie in it', { from: '2023-07-01', to: '2024-06-30' }, []],
      ['by document', { document: 'a' }, ['a0', 'a1', 'a2']],
      ['by rhythm', { recurs: 'yearly' }, ['a1']],
      ['by all together', { assignee: 'tinh doan', from: '2023-01-01', to: '2023-12-31', document: 'b', recurs: 'quarterly' }, ['b1']],
      ['of an unknown document', { document: 'nobody' }, []],
    ])('%s', async (_, filter, texts) => {
      const { total, tasks } = await held().tasks(filter, { from: 0, size: 100 });
      expect(tasks.map((found) => found.task.text)).toEqual(texts);
      expect(total).toBe(texts.length);
    });

    test('gives a task with its document and its place in it', async () => {
      const { tasks } = await held().tasks({ recurs: 'yearly' }, { from: 0, size: 1 });
      expect(tasks[0]).toMatchObject({ index: 1, task: collection[0]?.record.tasks[1] });
      expect(tasks[0]?.document).toMatchObject({ id: 'a', name: 'document.txt' });
    });

    test('page by page', async () => {
      const pages = [];
      for (const from of [0, 2, 4, 6]) pages.push(await held().tasks({}, { from, size: 2 }));
      expect(pages.flatMap((page) => page.tasks.map((found) => found.task.text))).toEqual(['b0', 'a0', 'b1', 'a1', 'a2']);
      expect(pages.map((page) => page.total)).toEqual([5, 5, 5, 5]);
    });

    test('refuses an assignee of signs only', async () => {
      await expect(held().tasks({ assignee: '***' }, { from: 0, size: 10 })).rejects.toMatchObject({ code: 'bad-query' });
    });
  });
}
