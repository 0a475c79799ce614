import { brief, full, plenum } from './citing.ts';
import { oneOff, returning, rhythm } from './deadlines.ts';
import { type Draft, duty } from './draft.ts';
import { capital } from './marks.ts';
import type { TrueDeadline } from './truth.ts';
import { kindOf } from './vocabulary/types.ts';

/** Sentences that lay a duty on somebody: one task each, in the many ways in which documents word them. */

const low = (words: string) => words.charAt(0).toLowerCase() + words.slice(1);
/** `Các chi bộ` begins small inside a sentence; names keep their capitals. */
const inside = (body: string) => (/^(?:Các|Những) /u.test(body) ? low(body) : body);

/** What can be done with a thing of any matter. */
const handlings = [
  'rà soát, thống kê',
  'xây dựng phương án quản lý',
  'tham mưu cơ chế hỗ trợ đối với',
  'tổ chức hội thảo chuyên đề về',
  'xây dựng cơ sở dữ liệu về',
  'khảo sát thực trạng',
  'kiểm tra, giám sát việc quản lý',
  'biên soạn tài liệu hướng dẫn về',
  'đề xuất mô hình điểm về',
  'tuyên truyền sâu rộng về',
  'bố trí kinh phí cho',
  'phân công người phụ trách',
] as const;

/** What is to be done, sometimes with a document that it goes by. */
function work(draft: Draft): string {
  const { random, topic, references } = draft;
  const plain = random.chance(0.5) ? random.pick(topic.works) : `${random.pick(handlings)} ${random.pick(topic.things)}`;
  const roll = random.next();
  const norm = references.filter(({ side }) => side === 'state');
  const central = references.filter(({ term, code }) => term !== null && code !== 'TB');
  if (roll < 0.1 && norm.length > 0) return `${plain} theo ${full(draft, random.pick(norm), 'basis', { about: false })}`;
  if (roll < 0.2 && central.length > 0) return `${plain} gắn với thực hiện ${brief(draft, random.pick(central), 'related')}`;
  if (roll < 0.25) return `${plain} gắn với thực hiện ${plenum(draft, 'related')}`;
  return plain;
}

/** A duty of `leader`, or of a body that the sentence chooses. */
export function dutySentence(draft: Draft): string {
  const { random, office, date, habits, speaker } = draft;
  const [leader, other] = order(random.some(office.under, 2), random.chance(0.5));
  const slashes = habits.day(date).includes('/');
  const joined = other !== undefined && random.chance(0.35);
  const deadlines: TrueDeadline[] = [];
  const once = () => {
    const deadline = oneOff(date, slashes, draft.dated, random);
    deadlines.push(deadline);
    return deadline.text;
  };
  const often = (opening = false) => {
    const deadline = rhythm(random, opening);
    deadlines.push(deadline);
    return deadline.text;
  };
  const done = random.pick(['hoàn thành', 'xong', 'hoàn thành']);
  const task = work(draft);
  const subject = joined ? `${leader} chủ trì, phối hợp với ${inside(other)}` : leader!;
  const facts = { assignees: [leader!], coordinators: joined ? [other] : [], deadlines };
  const forms: (() => string)[] = [
    () => `${subject} ${task}, ${done} ${once()}.`,
    () => `${subject} ${task}, ${done} ${once()}.`,
    () => `${subject} ${task}; ${often()} báo cáo ${speaker}.`,
    () => `${leader} ${task}${joined ? `; phối hợp với ${inside(other)} trong quá trình triển khai` : ''}; ${done} ${once()}.`,
    () => `${subject} ${task}.`,
    () => `Giao ${inside(subject)} ${task}, ${done} ${once()}.`,
    () => `${capital(once())}, ${inside(subject)} ${task}.`,
    () => `${subject} ${task}, báo cáo kết quả ${yearly()}.`,
    () => `Nếu phát sinh khó khăn, vướng mắc, ${inside(subject)} ${task}.`,
    () => `${capital(often(true))}, ${inside(subject)} ${task}.`,
  ];
  const yearly = () => {
    const deadline = returning(random);
    deadlines.push(deadline);
    return deadline.text;
  };
  const sentence = random.pick(forms)();
  return duty(draft, sentence, {
    ...facts,
    assignees: [sentence.startsWith(leader!) ? leader! : inside(leader!)],
    coordinators: facts.coordinators.map(inside),
  });
}

/** The usual last duty: somebody watches over this document. Names it without its number, which is no citation. */
export function watching(draft: Draft): string {
  const { random, office } = draft;
  const own = `${kindOf(draft.code).noun} này`;
  const leader = office.under.at(-1)!;
  const rhythmOf = random.chance(0.5) ? rhythm(random) : null;
  const sentence =
    rhythmOf === null
      ? `${leader} theo dõi, đôn đốc việc thực hiện ${own}.`
      : `${leader} theo dõi, đôn đốc việc thực hiện ${own}, ${rhythmOf.text} báo cáo ${draft.speaker}.`;
  return duty(draft, sentence, { assignees: [leader], deadlines: rhythmOf === null ? [] : [rhythmOf] });
}

function order<T>(list: T[], turned: boolean): T[] {
  return turned ? list.reverse() : list;
}
