import type { DocumentRecord } from '#ingest/model/record.ts';
import { symbolOf } from '#services/works/naming.ts';
import type { Work } from '#services/works/work.ts';
import type { changesTo } from '../../chains/effect.ts';
import { dayVi } from '../../chains/findings.ts';
import { nameOf } from '../../chains/view.ts';
import type { EffectEvent } from '../../shapes.ts';
import type { NamedCitation } from '../places.ts';
import { against } from './against.ts';
import type { Found } from './found.ts';
import type { Meaning } from './meaning.ts';

/** Documents that changed or ended a work, as far as they are shown. */
const mostChanges = 5;

/** A draft, and what is known of all that it cites. */
interface Draft {
  readonly record: DocumentRecord;
  readonly cited: readonly NamedCitation[];
  /** What was done to the works that it cites. */
  readonly changes: Awaited<ReturnType<typeof changesTo>>;
}

/** All that is found of one citation of a draft. */
export function checks(draft: Draft, one: NamedCitation, meaning: Meaning, near: readonly string[]): Found[] {
  const { citation } = one;
  const [work] = meaning.works;
  if (meaning.status !== 'known' || work === undefined) return [...unsure(one, meaning, near), ...undated(one, null)];
  return [
    ...against(citation, work, meaning.named),
    ...undated(one, work),
    ...outOfOrder(draft.record, one, work),
    ...changed(draft, one, work),
  ];
}

function place({ citation }: NamedCitation) {
  return { citation: citation.key, span: citation.occurrences[0]?.span ?? null, drafted: null };
}

function* unsure(one: NamedCitation, { status, works }: Meaning, near: readonly string[]): Generator<Found> {
  const { key } = one.citation;
  const names = works.map(nameOf).join(', ');
  const base = { ...place(one), works: works.map(({ id }) => id), sides: [] };
  if (status === 'never-seen')
    yield {
      ...{ code: 'never-seen', ...base },
      message: `No document of the collection bears or names ${key}.${near.length === 0 ? '' : ` Near it: ${near.join(', ')}.`}`,
      messageVi: `Chưa văn bản nào trong kho mang hoặc nêu số ${key}.${near.length === 0 ? '' : ` Số gần giống: ${near.join(', ')}.`}`,
      proposal: 'Check the number, or add the document to the collection.',
      proposalVi: 'Kiểm tra lại số, ký hiệu, hoặc đưa văn bản đó vào kho.',
    };
  if (status === 'number-of-others')
    yield {
      ...{ code: 'number-of-others', ...base },
      message: `The collection knows the number ${key} only as that of other documents: ${names}.`,
      messageVi: `Kho chỉ biết số ${key} là của văn bản khác: ${names}.`,
      proposal: 'Check whose document is meant, and its date.',
      proposalVi: 'Kiểm tra lại cơ quan ban hành và ngày của văn bản được dẫn.',
    };
  if (status === 'ambiguous')
    yield {
      ...{ code: 'ambiguous', ...base },
      message: `The words do not tell which document ${key} is; it could be ${names}.`,
      messageVi: `Lời văn chưa cho biết ${key} là văn bản nào; có thể là ${names}.`,
      proposal: 'Name the issuing body with its province or unit, and the date.',
      proposalVi: 'Ghi rõ cơ quan ban hành (tỉnh, đơn vị) và ngày ban hành.',
    };
}

/** A number without its date; resolutions that go by their plenum bear none. */
function* undated(one: NamedCitation, work: Work | null): Generator<Found> {
  const { citation } = one;
  if (citation.said.dates.length > 0 || citation.key.startsWith('NQTW')) return;
  const date = work?.date ?? null;
  yield {
    ...{ code: 'no-date', ...place(one), works: work === null ? [] : [work.id] },
    sides: work === null || date === null ? [] : [{ value: date, own: work.held.length > 0, documents: null, dateOf: work.id }],
    message: `${citation.key} is cited without its date.`,
    messageVi: `${citation.key} được dẫn mà không ghi ngày.`,
    proposal:
      date === null ? 'Add the date at the first mention.' : `Add the date at the first mention: ${date}, as the collection has it.`,
    proposalVi: date === null ? 'Ghi ngày ở lần dẫn đầu tiên.' : `Ghi ngày ở lần dẫn đầu tiên: ngày ${dayVi(date)} theo kho văn bản.`,
  };
}

function* outOfOrder({ document: { date, spans } }: DocumentRecord, one: NamedCitation, work: Work): Generator<Found> {
  if (date === null || work.date === null || work.date <= date) return;
  yield {
    ...{ code: 'before-what-it-acts-on', ...place(one), works: [work.id] },
    drafted: spans.date === undefined ? null : { value: date, span: spans.date },
    sides: [{ value: work.date, own: work.held.length > 0, documents: null, dateOf: work.id }],
    message: `The draft is dated ${date}, and ${nameOf(work)}, which it cites, ${work.date}: after it.`,
    messageVi: `Dự thảo ghi ngày ${dayVi(date)}, trong khi ${nameOf(work)} mà nó dẫn ghi ngày ${dayVi(work.date)}, tức là sau dự thảo.`,
    proposal: 'Check both dates, and the number.',
    proposalVi: 'Kiểm tra lại hai ngày và số, ký hiệu.',
  };
}

/** What amended, suspended or ended the cited work; a change that the draft names, or makes itself and is held already, is no news. */
function changed({ record: { identity }, cited, changes }: Draft, one: NamedCitation, work: Work): Found[] {
  const { state, message, messageVi, events } = changes.of(work);
  if (state === 'in-force') return [];
  const symbols = new Set(cited.map(({ naming }) => naming.symbol));
  const { makers } = changes;
  const own = symbolOf(identity.key);
  const isNews = ({ by }: EffectEvent) => {
    const maker = makers.get(by);
    if (maker !== undefined && maker.symbol === own && maker.scope === identity.scope.value) return false;
    return !symbols.has(maker?.symbol ?? '');
  };
  if (!events.some(isNews)) return [];
  const names = events.filter(isNews).map(({ by }) => nameOf(makers.get(by)!));
  const told = names.slice(0, mostChanges).join(', ');
  return [
    {
      ...{ code: state, ...place(one), works: [work.id, ...events.map(({ by }) => by)] },
      sides: events.slice(0, mostChanges).map(({ by }) => ({
        ...{ value: nameOf(makers.get(by)!), own: false, documents: null, link: { from: by, to: work.id } },
      })),
      ...{ message, messageVi },
      proposal: state === 'amended' ? `Name the change too: ${told}.` : `Cite what holds now, or say that it has ended: see ${told}.`,
      proposalVi:
        state === 'amended'
          ? `Nêu cả văn bản sửa đổi, bổ sung: ${told}.`
          : `Dẫn văn bản đang có hiệu lực, hoặc nêu rõ đã hết hiệu lực: xem ${told}.`,
    },
  ];
}
