import { askedOf, saidIn } from './line.ts';

/** What a column beside that of the number tells of the document. */
export type Aspect = 'date' | 'issuer';

/** A cell beside the number. */
export interface Beside {
  readonly aspect: Aspect;
  readonly cell: string;
}

/** A number with what the cells beside it say. `unread`: of what there is a cell that could not be read, so that it could not be compared. */
export interface Told {
  readonly text: string;
  readonly unread: readonly Aspect[];
}

/**
 * Puts what the cells beside a number say behind it, as a line of text would. A cell that cannot be read is left out and told of: it must not take
 * the number beside it away. One without any letter or digit ("-", "?") stands for nothing.
 */
export function withCells(number: string, beside: readonly Beside[]): Told {
  let text = number;
  const unread = new Set<Aspect>();
  for (const { aspect, cell } of beside) {
    if (!/[\p{L}\p{N}]/u.test(cell)) continue;
    const saying = sayings[aspect](cell);
    const isRead = (saidIn(saying)?.[aspect] ?? null) !== null && askedOf(text + saying).kind === 'number';
    if (isRead) text += saying;
    else unread.add(aspect);
  }
  return { text, unread: [...unread] };
}

const sayings: Readonly<Record<Aspect, (cell: string) => string>> = {
  date: dateSaying,
  issuer: (cell) => `, của ${cell.replace(/^của\s+/iu, '')}`,
};

/** A time of day behind a day, as programs write it where a cell holds both. */
const time = /(?<=\d)(?:T|,? )\d{1,2}:\d\d(?::\d\d(?:[.,]\d{1,9})?)?(?: ?(?:Z|[AP]M|SA|CH|[+-]\d\d:?\d\d))?$/iu;
/** What stands before the day in the line of place and date: "Hòa Bình, ngày". */
const dateline = /^(?:[\p{L} .-]{1,60}, ?)?ngày\s+/iu;
const yearAlone = /^(?:n[ăa]m )?((?:19|20)\d\d)$/iu;

function dateSaying(cell: string): string {
  const day = cell.replace(time, '').replace(dateline, '');
  const year = yearAlone.exec(day)?.[1];
  return year === undefined ? `, ngày ${day}` : `, năm ${year}`;
}
