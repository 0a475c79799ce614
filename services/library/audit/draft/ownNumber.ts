import type { DocumentRecord } from '#ingest/model/record.ts';
import type { Store } from '#services/store/port.ts';
import { type Naming, namingId } from '#services/works/naming.ts';
import type { NamedSymbol } from '#services/works/work.ts';
import { nameOf } from '../../chains/view.ts';
import { headsOf } from '../sides.ts';
import type { Found } from './found.ts';
import { meaningOf } from './meaning.ts';

/** Whether the number of the draft is borne already by another document of the same unit and term, or the draft itself is held. */
export async function ownNumber(
  index: Pick<Store, 'bodies'>,
  record: DocumentRecord,
  own: Naming,
  known: NamedSymbol | undefined,
): Promise<readonly Found[]> {
  const { key } = record.identity;
  if (key === null) return [];
  const { status, works, named } = meaningOf(known, namingId(own), own);
  const [work] = works;
  if (status !== 'known' || work === undefined || work.held.length === 0) return [];
  const heads = headsOf(named);
  const bodies = await index.bodies(work.held.slice(0, 20));
  const same = bodies.find(({ body }) => body.file.hash === record.file.hash);
  const span = record.document.spans.number ?? null;
  const about = {
    ...{ citation: null, span, works: [work.id], drafted: span === null ? null : { value: key, span } },
    sides: heads.map((head) => ({
      ...{ value: head.naming.title, own: true, documents: null },
      namings: { part: 'number' as const, ids: [head.id], values: new Set<string>() },
    })),
  };
  if (same !== undefined)
    return [
      {
        ...{ code: 'already-held', ...about },
        message: `The collection holds this very file, as ${nameOf(work)}.`,
        messageVi: `Kho đã có đúng tệp này, là ${nameOf(work)}.`,
        proposal: null,
        proposalVi: null,
      },
    ];
  return [
    {
      ...{ code: 'number-taken', ...about },
      message: `The number ${nameOf(work)} is borne already by a document that the collection holds.`,
      messageVi: `Số ${nameOf(work)} đã thuộc về một văn bản có trong kho.`,
      proposal: 'Take another number, unless this draft is a new version of that document.',
      proposalVi: 'Lấy số khác, trừ khi dự thảo này là bản mới của chính văn bản đó.',
    },
  ];
}
