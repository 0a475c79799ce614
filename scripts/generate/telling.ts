import { brief, declaring, full, numbered, plenum, several } from './citing.ts';
import { attest, type Draft } from './draft.ts';
import { capital } from './marks.ts';
import type { Random } from './random.ts';
import type { Reference } from './references.ts';
import { aims, deeds, figures, openings, results, rules, subjects } from './vocabulary/accounts.ts';

/** Sentences that tell what was and is, and those in which documents are named without a duty. */

function filled(words: string, draft: Draft): string {
  const { random, topic } = draft;
  return words
    .replace('{thing}', random.pick(topic.things))
    .replace('{n}', String(random.int(3, 980)))
    .replace('{p}', `${random.int(41, 99)}${random.chance(0.4) ? `,${random.int(1, 9)}` : ''}`);
}

export function account(draft: Draft): string {
  const { random } = draft;
  const roll = random.next();
  if (roll < 0.25) return `${filled(random.pick(figures), draft)}.`;
  const clause = () => `${random.pick(subjects)} ${filled(random.pick(deeds), draft)}`;
  if (roll < 0.5) return `${random.pick(openings)} ${clause()}, ${random.pick(results)}.`;
  if (roll < 0.75) return `${capital(clause())}; ${clause()}.`;
  return `${random.pick(openings)} ${clause()}; ${clause()}, ${random.pick(results)}.`;
}

export function aim(draft: Draft): string {
  return `${filled(draft.random.pick(aims), draft)}.`;
}

export function rule(draft: Draft): string {
  return `${filled(draft.random.pick(rules), draft)}.`;
}

/** A sentence of an account that names one or more documents; it states no relation of this one to them. */
export function naming(draft: Draft): string {
  const { random, references } = draft;
  const one = () => random.pick(references);
  const forms: (() => string)[] = [
    () => `Nội dung ${full(draft, one(), 'cites')} đã được phổ biến đến từng đơn vị.`,
    () => `Các chỉ tiêu nêu tại ${numbered(draft, one(), 'cites')} cơ bản đạt yêu cầu.`,
    () => `Tài liệu học tập gồm: ${full(draft, one(), 'cites')}; ${full(draft, one(), 'cites')}.`,
    () => `Mẫu số ${random.int(1, 9)} ban hành kèm theo ${full(draft, one(), 'cites', { about: false })} đã được áp dụng thống nhất.`,
    () => `Sau khi có ${brief(draft, one(), 'cites')}, ${random.pick(subjects)} ${filled(random.pick(deeds), draft)}.`,
    () => carried(draft),
    () => listed(draft),
    () => `Tinh thần ${plenum(draft, 'cites')} được nhắc lại trong nhiều buổi tọa đàm.`,
  ];
  return random.pick(forms)();
}

/** One document that carries another out, said of both by a third. */
function carried(draft: Draft): string {
  const { random, references } = draft;
  const [object, subject] = older(random.some(references, 2), random);
  if (object === undefined || subject === undefined || subject.code === 'L' || object === subject) return `${account(draft)}`;
  attest(draft, subject.key, 'implements', object.key);
  const by = full(draft, subject, 'cites', { date: random.chance(0.7), issuer: true, about: false });
  return `${by} ${random.pick(['thực hiện', 'về thực hiện', 'triển khai thực hiện'])} ${full(draft, object, 'cites', { about: false })} đã được cơ sở đón nhận tích cực.`;
}

function older(two: readonly Reference[], random: Random): readonly Reference[] {
  const [a, b] = two;
  if (a === undefined || b === undefined) return two;
  const number = ({ date }: Reference) => date.year * 372 + date.month * 31 + date.day;
  return number(a) <= number(b) ? [a, b] : random.chance(1) ? [b, a] : two;
}

/** Several of one series under one noun, where the draft knows such. */
function listed(draft: Draft): string {
  const { random, references } = draft;
  const groups = new Map<string, Reference[]>();
  for (const reference of references) {
    if (reference.printed !== reference.key || reference.code === 'L') continue;
    const series = `${reference.code} ${reference.side === 'party' ? reference.key.slice(reference.number.length) : 'state'}`;
    groups.set(series, [...(groups.get(series) ?? []), reference]);
  }
  const whole = [...groups.values()].filter((group) => group.length > 1);
  if (whole.length === 0) return `Nội dung ${full(draft, random.pick(references), 'cites')} đã được phổ biến đến từng đơn vị.`;
  return `${capital(several(draft, random.pick(whole).slice(0, 3), 'cites'))} đã được đưa vào chương trình bồi dưỡng.`;
}

/** The first sentence of the body: what the document is for, with a short name declared in some. */
export function purpose(draft: Draft, leading: Reference, relation: 'implements' | 'reviews', tail: string): string {
  const { random } = draft;
  const named =
    random.chance(0.3) && leading.term !== null
      ? declaring(draft, leading, relation)
      : full(draft, leading, relation, { date: true, issuer: true });
  const lead =
    relation === 'reviews'
      ? `Sau ${random.int(2, 9)} năm thực hiện `
      : random.pick(['Thực hiện ', 'Để triển khai thực hiện ', 'Nhằm triển khai có hiệu quả ']);
  return relation === 'reviews'
    ? `Thực hiện chế độ thông tin, ${draft.speaker} báo cáo kết quả thực hiện ${named} như sau:`
    : `${lead}${named}, ${draft.speaker} ${tail}:`;
}
