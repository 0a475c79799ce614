import type { Store, TaskFilter } from '#services/store/port.ts';
import type { TaskList } from './shapes.ts';

/** Tasks that pass the filter, each with the page on which its words begin. */
export async function tasks(index: Store, filter: TaskFilter, page: { readonly from: number; readonly size: number }): Promise<TaskList> {
  const { total, tasks: found } = await index.tasks(filter, page);
  return { total, tasks: [...found] };
}
