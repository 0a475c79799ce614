import { parentOf, type RelationKind } from '#ingest/model/relation.ts';
import type { Work } from '#services/works/work.ts';
import type { EffectEvent, EffectState } from '../shapes.ts';
import { dayVi } from './findings.ts';
import { nameOf } from './view.ts';

export interface Settled {
  readonly state: EffectState;
  readonly since: string | null;
  /** Day on which it was replaced or repealed as a whole, as far as known. */
  readonly ended: string | null;
  readonly message: string;
  readonly messageVi: string;
}

type Doing = Exclude<EffectState, 'in-force'>;

/** What an event makes of a document; what ends a part of it amends it. */
function stateBy({ does, partly }: EffectEvent): Doing {
  const doing = (kind: RelationKind) => does.includes(kind);
  if (!partly && doing('replaces')) return 'replaced';
  if (!partly && doing('repeals')) return 'repealed';
  if (!partly && doing('suspends')) return 'suspended';
  return 'amended';
}

/** An end goes before a suspension, that before a change. */
const weight: Readonly<Record<Doing, number>> = { replaced: 3, repealed: 3, suspended: 2, amended: 1 };

const english: Readonly<Partial<Record<RelationKind, string>>> = {
  ...{ replaces: 'replaced', repeals: 'repealed', suspends: 'suspended' },
  ...{ amends: 'amended', corrects: 'corrected', extends: 'extended in time' },
};
const vietnamese: Readonly<Partial<Record<RelationKind, string>>> = {
  ...{ replaces: 'được thay thế', repeals: 'bị bãi bỏ', suspends: 'bị đình chỉ, ngưng hiệu lực' },
  ...{ amends: 'được sửa đổi, bổ sung', corrects: 'được đính chính', extends: 'được gia hạn' },
};

/** What an event does, for sentences: of a part, of the whole, or a change. */
function doings({ does, partly }: EffectEvent, state: Doing): readonly [string, string] {
  const kind = does.find((one) => (state === 'amended') !== (parentOf(one) === 'replaces')) ?? does[0]!;
  const [words, wordsVi] = [english[kind] ?? 'amended', vietnamese[kind] ?? 'được sửa đổi'];
  return partly ? [`${words} in part`, `${wordsVi} một phần`] : [words, wordsVi];
}

/**
 * The state that events (by date, unknown last) make of a work as of `day`. Events after it do not count. What has no date counts where no day is asked for;
 * where one is, it does not decide, and is told.
 */
export function settled(work: Work, events: readonly EffectEvent[], makers: ReadonlyMap<string, Work>, day: string | null): Settled {
  const counted = events.filter(({ when }) => when === 'by-then' || (when === 'unknown' && day === null));
  const strongest = Math.max(0, ...counted.map((event) => weight[stateBy(event)]));
  const deciding = counted.filter((event) => weight[stateBy(event)] === strongest);
  // Ended is ended by the first that ends it; of changes and suspensions the last one holds.
  const event = strongest === 3 ? deciding[0] : (deciding.findLast(({ date }) => date !== null) ?? deciding.at(-1));
  const name = nameOf(work);
  const [by, byVi] = day === null ? ['', ''] : [` as of ${day}`, ` tính đến ngày ${dayVi(day)}`];
  const unknown = events.filter(({ when }) => when === 'unknown').length;
  const [open, openVi] =
    day === null || unknown === 0
      ? ['', '']
      : [
          ` Of ${unknown} that ${unknown === 1 ? 'acts' : 'act'} on it the date is unknown.`,
          ` Có ${unknown} văn bản tác động đến nó không rõ ngày.`,
        ];
  if (event === undefined) {
    return {
      ...{ state: 'in-force', since: null, ended: null },
      message: `No document held here says that ${name} was amended, suspended, replaced or repealed${by}.${open}`,
      messageVi: `Không văn bản nào đang lưu ở đây cho biết ${name} đã bị sửa đổi, đình chỉ, thay thế hoặc bãi bỏ${byVi}.${openVi}`,
    };
  }
  const state = stateBy(event);
  const maker = nameOf(makers.get(event.by)!);
  const [when, whenVi] =
    event.date === null ? ['on a day that is unknown', 'không rõ ngày'] : [`of ${event.date}`, `ngày ${dayVi(event.date)}`];
  const [done, doneVi] = doings(event, state);
  const others = counted.length - 1;
  const [more, moreVi] =
    others === 0 ? ['', ''] : [` ${others} more ${others === 1 ? 'acts' : 'act'} on it.`, ` Còn ${others} văn bản khác tác động đến nó.`];
  const [holds, holdsVi] =
    state === 'amended'
      ? [' No document held here says that it has ended.', ' Không văn bản nào đang lưu ở đây cho biết nó đã hết hiệu lực.']
      : ['', ''];
  return {
    state,
    since: event.date,
    ended: strongest === 3 ? event.date : null,
    message: `${name} was ${done} by ${maker} ${when}${by}, as documents held here say.${more}${holds}${open}`,
    messageVi: `${name} đã ${doneVi} bởi ${maker} ${whenVi}${byVi}, theo các văn bản đang lưu.${moreVi}${holdsVi}${openVi}`,
  };
}
