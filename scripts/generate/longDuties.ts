import { oneOff } from './deadlines.ts';
import { type Draft, duty } from './draft.ts';
import type { TrueDeadline } from './truth.ts';
import { inside, plainWork } from './works.ts';

/**
 * Items that hold more than one clause or sentence. Clauses behind a semicolon add bodies and deadlines to the one task; a sentence of its own
 * that lays a duty is a task of its own; one that only tells the time belongs to the task before it.
 */
export function longDuty(draft: Draft): string {
  const { random, office, date, habits } = draft;
  const [leader, other] = random.some(office.under, 2);
  const deadline = () => oneOff(date, !habits.day(date).includes(' '), draft.dated, random);
  const done = random.pick(['hoàn thành', 'xong']);
  const [first, second] = [deadline(), deadline()];
  const clause = (words: string, { text }: TrueDeadline) => `${words} ${plainWork(draft)}, ${done} ${text}`;
  const ministries = office.under.filter((body) => body.startsWith('Bộ '));
  const forms: (() => string)[] = [
    () =>
      duty(draft, `${clause(leader!, first)}; ${plainWork(draft)}, ${done} ${second.text}.`, {
        assignees: [leader!],
        deadlines: [first, second],
      }),
    () => {
      const time = `Thời gian hoàn thành: ${first.text}.`;
      return duty(draft, `${leader} ${plainWork(draft)}. ${time}`, { assignees: [leader!], deadlines: [first] });
    },
    ...(other === undefined
      ? []
      : [
          () =>
            duty(draft, `${clause(leader!, first)}; ${clause(inside(other), second)}.`, {
              assignees: [leader!, inside(other)],
              deadlines: [first, second],
            }),
          () =>
            [
              duty(draft, `${clause(leader!, first)}.`, { assignees: [leader!], deadlines: [first] }),
              duty(draft, `${clause(other, second)}.`, { assignees: [other], deadlines: [second] }),
            ].join(' '),
        ]),
    ...(ministries.length < 2
      ? []
      : [
          () => {
            const named = random.some(ministries, 2);
            const list = named.map((body) => body.replace(/^Bộ /u, '')).join(', ');
            return duty(draft, `${clause(`Các Bộ: ${list}`, first)}.`, { assignees: named, deadlines: [first] });
          },
        ]),
  ];
  return random.pick(forms)();
}
