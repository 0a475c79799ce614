import { oneOff } from './deadlines.ts';
import { type Draft, duty } from './draft.ts';
import { capital } from './marks.ts';
import type { TrueDeadline } from './truth.ts';
import { inside, plainWork } from './works.ts';

/** Duties whose time or bodies stand apart from them: under a heading, on a line of their own, in a table. */

/** `Năm 2024:` and what is to be done in it. */
export function byYears(draft: Draft, number: (index: number) => string): string[] {
  const { random, office, date } = draft;
  return [0, 1].flatMap((ahead) => {
    const year = date.year + ahead;
    const deadline: TrueDeadline = { text: `Năm ${year}`, end: `${year}-12-31`, recurs: null };
    const bullets = Array.from({ length: random.int(1, 3) }, () => {
      const leader = random.pick(office.under);
      return `- ${duty(draft, `${leader} ${plainWork(draft)}.`, { assignees: [leader], deadlines: [deadline] })}`;
    });
    return [`${number(ahead + 1)} Năm ${year}:`, ...bullets];
  });
}

/** A duty with its bodies and time on labelled lines below it. */
export function labelled(draft: Draft, number: string): string[] {
  const { random, office, date, habits } = draft;
  const [leader, other] = random.some(office.under, 2);
  const deadline = oneOff(date, !habits.day(date).includes(' '), draft.dated, random);
  const joined = other !== undefined && random.chance(0.6);
  const facts = { assignees: [leader!], coordinators: joined ? [other] : [], deadlines: [deadline] };
  const task = duty(draft, `${capital(plainWork(draft))}.`, facts);
  return [
    `${number} ${task}`,
    `- ${random.pick(['Cơ quan chủ trì', 'Đơn vị chủ trì'])}: ${leader}.`,
    ...(joined ? [`- ${random.pick(['Cơ quan phối hợp', 'Đơn vị phối hợp'])}: ${other}.`] : []),
    `- ${random.pick(['Thời gian hoàn thành', 'Thời gian thực hiện', 'Thời gian'])}: ${deadline.text}.`,
  ];
}

/** A table of tasks, as converters write tables. */
export function table(draft: Draft): string[] {
  const { random, office, date, habits } = draft;
  const rows = Array.from({ length: random.int(2, 4) }, (_, index) => {
    const [leader, other] = random.some(office.under, 2);
    const due = oneOff(date, !habits.day(date).includes(' '), draft.dated, random);
    const deadline = { ...due, text: capital(due.text) };
    const facts = { assignees: [leader!], coordinators: other === undefined ? [] : [other], deadlines: [deadline] };
    const task = duty(draft, capital(plainWork(draft)), facts);
    return `| ${index + 1} | ${task} | ${leader} | ${other === undefined ? '' : other} | ${deadline.text} |`;
  });
  return ['| TT | Nội dung công việc | Cơ quan chủ trì | Cơ quan phối hợp | Thời gian hoàn thành |', '|---|---|---|---|---|', ...rows];
}

/** One body named in a lead-in, its duties in a list below. */
export function ledIn(draft: Draft, leader: string, number: string): string[] {
  const { random } = draft;
  const bullets = random.some(draft.topic.works, random.int(2, 3)).map((work, index) => {
    const task = duty(draft, `${capital(work)}.`, { assignees: [inside(leader)] });
    return `${'abc'[index]}) ${task}`;
  });
  return [`${number} Giao ${inside(leader)}:`, ...bullets];
}
