import { fold } from '#services/analysis/folding.ts';

/** Letters of a title's beginning that tell it from others of the same number; shorter ones ("ban hành") begin many. */
const telling = 14;
const lead = /^(?:v ?\/ ?v|ve viec|ve)(?![a-z])/u;

/** A title for comparing: folded, without the words that lead it in, letters and digits alone. */
export function titleForm(title: string): string {
  return fold(title)
    .trim()
    .replace(lead, '')
    .replace(/[^\p{L}\p{N}]/gu, '');
}

/** Titles that may be the same lie in one drawer: they begin alike. Null for a title without letters. */
export function titleDrawer(form: string): string | null {
  return form === '' ? null : form.slice(0, telling);
}

/** Whether two titles (as `titleForm` gives them) are one: equal, or one the beginning of the other, as texts cut titles short and words that follow run into them. */
export function sameTitle(a: string, b: string): boolean {
  if (a === b) return a !== '';
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  return short.length >= telling && long.startsWith(short);
}

/** A day with its month and day changed about (06/7 and 07/6); null where that is no date. */
export function turnedAbout(date: string): string | null {
  const [year, month, day] = date.split('-');
  return Number(day) > 12 || day === month ? null : `${year}-${day}-${month}`;
}

/** Whether one date may be the other one misprinted: one of year, month and day differs, or day and month are changed about. */
export function mayBeMisprint(a: string, b: string): boolean {
  if (a === b || turnedAbout(a) === b) return true;
  const [ours, theirs] = [a.split('-'), b.split('-')];
  return ours.filter((part, index) => part !== theirs[index]).length === 1;
}
