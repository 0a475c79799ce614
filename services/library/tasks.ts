import type { OriginMap } from '#ingest/model/source.ts';
import type { Store, TaskFilter } from '#services/store/port.ts';
import { pageOf } from './pages.ts';
import type { TaskList } from './shapes.ts';

/** Tasks that pass the filter, each with the page on which its words begin. */
export async function tasks(index: Store, filter: TaskFilter, page: { readonly from: number; readonly size: number }): Promise<TaskList> {
  const { total, tasks: found } = await index.tasks(filter, page);
  const origins = new Map<string, OriginMap>();
  for (const id of new Set(found.map(({ document }) => document.id))) {
    const stored = await index.get(id);
    if (stored !== null) origins.set(id, stored.record.origin);
  }
  return {
    total,
    tasks: found.map(({ document, index: place, task }) => {
      const origin = origins.get(document.id);
      return { document, index: place, page: origin === undefined ? 1 : pageOf(origin, task.span), task };
    }),
  };
}
