import { oneOff, returning, rhythm } from './deadlines.ts';
import { type Draft, duty } from './draft.ts';
import { longDuty } from './longDuties.ts';
import { capital } from './marks.ts';
import { carrying, ending } from './relating.ts';
import type { TrueDeadline } from './truth.ts';
import { kindOf } from './vocabulary/types.ts';
import { inside, plainWork } from './works.ts';

/** Sentences that lay a duty on somebody: one task each, in the many ways in which documents word them. */

/** Words between the one who leads and the one who joins in. */
const withOthers = ['chủ trì, phối hợp với', 'chủ trì, phối hợp với', 'phối hợp với', 'chủ trì phối hợp cùng'] as const;

/** Under what condition a duty holds. */
const conditions = [
  'Nếu phát sinh khó khăn, vướng mắc',
  'Nếu được phân bổ kinh phí',
  'Trường hợp nguồn vốn chưa đủ',
  'Khi có đề nghị của cơ sở',
  'Nếu điều kiện cho phép',
] as const;

/** What is to be done, sometimes with a document that it goes by or that it carries out. */
function work(draft: Draft): string {
  const { random } = draft;
  if (random.chance(0.1)) return carrying(draft);
  const plain = plainWork(draft);
  return random.chance(0.25) ? `${plain}${ending(draft)}` : plain;
}

/** A duty of `leader`, or of a body that the sentence chooses. */
export function dutySentence(draft: Draft): string {
  if (draft.random.chance(0.12)) return longDuty(draft);
  const { random, office, date, habits, speaker } = draft;
  const [leader, other] = order(random.some(office.under, 2), random.chance(0.5));
  const slashes = !habits.day(date).includes(' ');
  const joined = other !== undefined && random.chance(0.35);
  const deadlines: TrueDeadline[] = [];
  const note = (deadline: TrueDeadline, opening: boolean): string => {
    const text = opening ? capital(deadline.text) : deadline.text;
    deadlines.push({ ...deadline, text });
    return text;
  };
  const once = (opening = false) => note(oneOff(date, slashes, draft.dated, random), opening);
  const often = (opening = false) => note(rhythm(random, opening), opening);
  const yearly = () => note(returning(random), false);
  const done = random.pick(['hoàn thành', 'xong', 'hoàn thành']);
  const task = work(draft);
  const both = !joined && other !== undefined && random.chance(0.15);
  const subject = both ? `${leader}, ${inside(other)}` : joined ? `${leader} ${random.pick(withOthers)} ${inside(other)}` : leader!;
  const facts = { assignees: [leader!, ...(both ? [other] : [])], coordinators: joined ? [other] : [], deadlines };
  const forms: (() => string)[] = [
    () => `${subject} ${task}, ${done} ${once()}.`,
    () => `${subject} ${task}, ${done} ${once()}.`,
    () => `${subject} ${task}; ${often()} báo cáo ${speaker}.`,
    () =>
      `${joined ? leader : subject} ${task}${joined ? `; phối hợp với ${inside(other)} trong quá trình triển khai` : ''}; ${done} ${once()}.`,
    () => `${subject} ${task}.`,
    () => `Giao ${inside(subject)} ${task}, ${done} ${once()}.`,
    () => `${once(true)}, ${inside(subject)} ${task}.`,
    () => `${subject} ${task}, báo cáo kết quả ${yearly()}.`,
    () => `${random.pick(conditions)}, ${inside(subject)} ${task}.`,
    () => `${often(true)}, ${inside(subject)} ${task}.`,
  ];
  const sentence = random.pick(forms)();
  return duty(draft, sentence, {
    ...facts,
    assignees: facts.assignees.map((body, index) => (index === 0 && sentence.startsWith(body) ? body : inside(body))),
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

/** As it is or turned round, so that not always the first of a list leads. */
function order<T>(list: T[], turned: boolean): T[] {
  return turned ? list.reverse() : list;
}
