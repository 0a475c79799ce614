import type { Store } from '#services/store/port.ts';
import { namingId } from '#services/works/naming.ts';
import { statedIn } from '#services/works/stated.ts';
import type { ChainFinding } from '../shapes.ts';
import type { MeantWork } from './known.ts';
import { nameOf } from './view.ts';

/** Most documents of one work that are read for it. */
const mostRead = 5;

/** Places where a work is said to act on itself, in the documents that are this work: such a statement is no link, and is told here. */
export async function* selfCitations(index: Pick<Store, 'get'>, { work, known }: MeantWork): AsyncGenerator<ChainFinding> {
  for (const id of work.held.slice(0, mostRead)) {
    const document = await index.get(id);
    if (document === null) continue;
    const { stated } = statedIn(id, document.record);
    for (const { subject, object, witness } of stated) {
      const isThis = (naming: typeof subject) => known.placed.get(namingId(naming))?.work === work.id;
      if (!isThis(subject) || !isThis(object)) continue;
      const { kind, page, quote } = witness;
      yield {
        code: 'self-citation',
        works: [work.id],
        message: `${nameOf(work)} is said to act on itself (${kind}) on page ${page} of ${document.record.file.name}: “${quote}”. It is no link.`,
        messageVi: `${nameOf(work)} tự dẫn chính nó (${kind}) tại trang ${page} của ${document.record.file.name}: “${quote}”. Không tính là liên kết.`,
      };
    }
  }
}
