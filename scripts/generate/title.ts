import type { Relation } from '#ingest/model/relation.ts';
import { full } from './citing.ts';
import type { Draft } from './draft.ts';
import { capital } from './marks.ts';
import type { Reference } from './references.ts';
import { kindOf } from './vocabulary/types.ts';

/** What a document is about: its title, the document that it comes from, and how it stands to it. */
export interface Theme {
  /** Marked words. */
  readonly title: string;
  readonly leading: Reference | null;
  readonly relation: Relation | null;
  /** What it does to the older document, where that is neither to amend an article nor to repeal it. */
  readonly verb?: string;
}

/** What a decision may do to an older document, other than to amend or to repeal it. */
const changes: readonly (readonly [string, Relation])[] = [
  ['đính chính', 'amends'],
  ['gia hạn thời gian thực hiện', 'amends'],
  ['tạm ngưng hiệu lực', 'replaces'],
  ['hủy bỏ', 'replaces'],
];

/** `former` is an older document of the same body, which this one may amend or replace. */
export function themeOf(draft: Draft, former: Reference): Theme {
  const theme = matterOf(draft, former);
  // The centre's directives and the like name their issuer under the type: it belongs to the title.
  const named = draft.office.code === 'TW' && ['CT', 'KL', 'NQ', 'QĐi'].includes(draft.code) && !draft.meeting;
  return named ? { ...theme, title: `CỦA ${draft.speaker.toUpperCase()} ${theme.title}` } : theme;
}

function matterOf(draft: Draft, former: Reference): Theme {
  const { random, code, references, topic, office } = draft;
  const state = office.side === 'state' || office.side === 'front';
  const about = random.pick(topic.about);
  const fit = references.filter((reference) => reference.code !== 'L' && reference.code !== 'TTr' && reference.code !== 'BC');
  // Once in some ten thousand documents nothing but laws and reports is cited.
  const leading = fit.length > 0 ? random.pick(fit) : former;
  const styled = (words: string) => (state ? capital(words) : words);
  const plain = (): Theme => ({ title: styled(`${random.pick(['về', 'về việc'])} ${about}`), leading: null, relation: null });
  const carry = (): Theme => ({
    title: styled(`${random.pick(['thực hiện', 'triển khai thực hiện'])} ${full(draft, leading, 'implements')}`),
    leading,
    relation: 'implements',
  });
  switch (code) {
    case 'KH':
    case 'CTr':
    case 'CTHĐ':
    case 'HD':
      return random.chance(0.8) ? carry() : { ...plain(), title: styled(`${about} năm ${draft.date.year}`) };
    case 'BC': {
      const years = `${String(random.int(1, 9)).padStart(2, '0')} năm`;
      const how = random.pick([`sơ kết ${years} thực hiện`, `tổng kết ${years} thực hiện`, 'kết quả thực hiện', 'sơ kết việc thực hiện']);
      return { title: styled(`${how} ${full(draft, leading, 'reviews')}`), leading, relation: 'reviews' };
    }
    case 'CV': {
      const words = random.pick(['triển khai thực hiện', 'đôn đốc thực hiện', 'tiếp tục thực hiện']);
      return {
        title: `V/v ${words} ${full(draft, leading, 'implements', { issuer: false, about: false })}`,
        leading,
        relation: 'implements',
      };
    }
    case 'QĐ': {
      const roll = random.next();
      if (roll < 0.35) {
        const part = random.pick(['một số điều của', 'một số nội dung']);
        return {
          title: styled(`về việc sửa đổi, bổ sung ${part} ${full(draft, former, 'amends', { about: false })}`),
          leading: former,
          relation: 'amends',
        };
      }
      if (roll < 0.55) {
        const [words, relation] = random.pick(changes);
        return {
          title: styled(`về việc ${words} ${full(draft, former, relation, { about: false })}`),
          leading: former,
          relation,
          verb: capital(words),
        };
      }
      if (roll < 0.7)
        return {
          title: styled(`về việc bãi bỏ ${full(draft, former, 'replaces', { about: false })}`),
          leading: former,
          relation: 'replaces',
        };
      return {
        ...plain(),
        title: styled(`về việc ${random.pick(['ban hành Quy chế về', 'phê duyệt Đề án', 'thành lập Tổ công tác về'])} ${about}`),
      };
    }
    case 'KL':
    case 'TB':
      if (draft.meeting) {
        const years = `${String(random.int(1, 5)).padStart(2, '0')} năm`;
        return {
          title: `${random.pick(['', `CỦA ${draft.speaker.toUpperCase()} `])}tại Hội nghị sơ kết ${years} thực hiện ${full(draft, leading, 'reviews')}`,
          leading,
          relation: 'reviews',
        };
      }
      return code === 'TB' ? { ...plain(), title: styled(`kết luận của ${draft.speaker} về ${about}`) } : plain();
    default:
      return plain();
  }
}

export function ownNoun(draft: Draft): string {
  return kindOf(draft.code).noun;
}
