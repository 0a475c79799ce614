import { describe, expect, test } from 'vitest';
import { collection, taskCases } from './cases/tasks.ts';
import { heldStore, type StorePlace } from './place.ts';

export function testTasks(makePlace: () => Promise<StorePlace>): void {
  describe('lists tasks', () => {
    const held = heldStore(makePlace, collection);

    test.each(taskCases)('$name', async ({ filter, texts }) => {
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
