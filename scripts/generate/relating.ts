import type { Relation } from '#ingest/model/relation.ts';
import { brief, declaring, full, numbered, plenum, several } from './citing.ts';
import { attest, type Draft } from './draft.ts';
import { capital } from './marks.ts';
import type { Reference } from './references.ts';
import { account, clause } from './telling.ts';
import type { Code } from './vocabulary/types.ts';

/** Sentences and parts of sentences that name other documents, each in words that state one relation. */

/** A sentence of an account that names documents; it states no relation of this document to them. */
export function naming(draft: Draft): string {
  const { random, references } = draft;
  const one = () => random.pick(references);
  const forms: (() => string)[] = [
    () => `Nội dung ${full(draft, one(), 'cites')} đã được phổ biến đến từng đơn vị.`,
    () => `Các chỉ tiêu nêu tại ${numbered(draft, one(), 'cites')} cơ bản đạt yêu cầu.`,
    () => `Nhiều việc được xác định trong ${full(draft, one(), 'cites', { about: false })} đã đi vào nền nếp.`,
    () =>
      `Tài liệu học tập gồm: ${random
        .some(references, 2)
        .map((reference) => full(draft, reference, 'cites'))
        .join('; ')}.`,
    () => `Mẫu số ${random.int(1, 9)} ban hành kèm theo ${full(draft, one(), 'cites', { about: false })} đã được áp dụng thống nhất.`,
    () => `Sau khi có ${brief(draft, one(), 'cites')}, ${clause(draft)}.`,
    () => `${capital(clause(draft))}; những thiếu sót này đã được nhắc tại ${full(draft, one(), 'cites', { about: false })}.`,
    () => between(draft),
    () => between(draft),
    () => listed(draft),
    () => `Tinh thần ${plenum(draft, 'cites')} được nhắc lại trong nhiều buổi tọa đàm.`,
  ];
  return random.pick(forms)();
}

/** Words between two documents, said of both by a third, the relation that they state, and for which types they make sense. */
const links: readonly (readonly [string, Relation, ((newer: Code, older: Code) => boolean)?])[] = [
  ['thực hiện', 'implements'],
  ['về thực hiện', 'implements'],
  ['triển khai thực hiện', 'implements'],
  ['về việc triển khai', 'implements'],
  ['cụ thể hóa', 'implements'],
  ['sửa đổi, bổ sung một số điều của', 'amends', (newer, older) => newer === older],
  ['về việc sửa đổi, bổ sung', 'amends', (newer, older) => newer === 'QĐ' || newer === older],
  ['thay thế', 'replaces', (newer, older) => newer === older],
  ['sơ kết 03 năm thực hiện', 'reviews', (newer) => newer === 'BC' || newer === 'KL'],
];

function between(draft: Draft): string {
  const { random, references } = draft;
  const [older, newer] = random.some(references, 2).sort((a, b) => age(b) - age(a));
  if (older === undefined || newer === undefined || newer.code === 'L') return account(draft);
  const [words, relation] = random.pick(links.filter(([, , fits]) => fits === undefined || fits(newer.code, older.code)));
  attest(draft, newer.key, relation, older.key);
  const by = full(draft, newer, 'cites', { issuer: true, about: false });
  return `${by} ${words} ${full(draft, older, 'cites', { about: false })} đã được cơ sở đón nhận tích cực.`;
}

/** Days, roughly, so that an older document counts more. */
function age({ date }: Reference): number {
  return -(date.year * 372 + date.month * 31 + date.day);
}

/** Several of one series under one noun, where the draft knows such. */
function listed(draft: Draft): string {
  const { random, references } = draft;
  const group = seriesIn(draft);
  if (group === null) return `Nội dung ${full(draft, random.pick(references), 'cites')} đã được phổ biến đến từng đơn vị.`;
  return `${capital(several(draft, group, 'cites'))} đã được đưa vào chương trình bồi dưỡng.`;
}

function seriesIn(draft: Draft): readonly Reference[] | null {
  const { random, references } = draft;
  const groups = new Map<string, Reference[]>();
  for (const reference of references) {
    if (reference.printed !== reference.key || reference.code === 'L' || reference.foreign === true) continue;
    if (draft.careful && !draft.named.has(reference.key)) continue;
    const series = `${reference.code} ${reference.side === 'party' ? reference.key.slice(reference.number.length) : 'state'}`;
    groups.set(series, [...(groups.get(series) ?? []), reference]);
  }
  const whole = [...groups.values()].filter((group) => group.length > 1);
  return whole.length === 0 ? null : random.pick(whole).slice(0, 3);
}

/** Words on the end of a duty that say what it goes by: with a comma or a blank before them. */
export function ending(draft: Draft): string {
  const { random, references } = draft;
  const norms = references.filter(({ side }) => side === 'state');
  const party = references.filter(({ side, code }) => side === 'party' && code !== 'TB');
  const ground = () =>
    random.pick([' theo ', ' theo tinh thần ', ' theo quy định tại ', ' trên cơ sở ']) +
    full(draft, random.pick(norms), 'basis', { about: false });
  const together = () =>
    random.pick([' gắn với thực hiện ', ' gắn với việc thực hiện ', ' kết hợp với thực hiện ', ' cùng với thực hiện ']);
  const forms: (() => string)[] = [
    ...(norms.length === 0 ? [] : [ground]),
    ...(party.length === 0 ? [] : [() => `${together()}${brief(draft, random.pick(party), 'related')}`]),
    () => `${together()}${plenum(draft, 'related')}`,
    () => {
      const group = seriesIn(draft);
      return group === null ? '' : `${together()}${several(draft, group, 'related')}`;
    },
  ];
  return random.pick(forms)();
}

/** A duty that is the carrying out of a document: `tiếp tục thực hiện …`. */
export function carrying(draft: Draft): string {
  const { random, references } = draft;
  const words = random.pick([
    'tiếp tục thực hiện',
    'quán triệt, triển khai thực hiện',
    'triển khai thực hiện',
    'tuyên truyền, phổ biến',
    'cụ thể hóa',
  ]);
  const able = references.filter(({ code }) => code !== 'BC' && code !== 'TB' && code !== 'TTr');
  return `${words} ${full(draft, random.pick(able.length === 0 ? references : able), 'implements', { about: random.next() < 0.5 })}`;
}

/** The first sentence of the body: what the document is for, with a short name declared in some. */
export function purpose(draft: Draft, leading: Reference, relation: 'implements' | 'reviews', tail: string): string {
  const { random } = draft;
  const declared = random.chance(0.4) && leading.code !== 'L';
  const named = declared ? declaring(draft, leading, relation) : full(draft, leading, relation, { date: true, issuer: true });
  if (relation === 'reviews') {
    const lead = random.pick(['Thực hiện chế độ thông tin, ', 'Theo chương trình công tác, ', '']);
    return `${lead}${draft.speaker} báo cáo kết quả thực hiện ${named} như sau:`;
  }
  const second = random.chance(0.25) ? `; ${full(draft, random.pick(draft.references), relation)}` : '';
  return `${random.pick(['Thực hiện', 'Để triển khai thực hiện', 'Nhằm triển khai có hiệu quả'])} ${named}${second}, ${draft.speaker} ${tail}:`;
}
