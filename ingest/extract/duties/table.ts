import type { DeadlineMention, PartyMention, SentenceMention } from '#ingest/model/duty.ts';
import type { Span } from '#ingest/model/span.ts';
import { type TableColumn, tableColumn } from '#ingest/vocabulary/duties.ts';
import { findDates } from '../dates.ts';
import { findDeadlines } from '../deadlines.ts';
import { partiesAt } from '../parties.ts';
import { wordsIn } from '../words.ts';

/** What the columns of a table of tasks hold, by their place; null for columns that say nothing of a duty. */
export type Columns = readonly (TableColumn | null)[];

/** The cells of a row; a row is one line whose cells are parted by ` | `. Null for a line that is none. */
export function cellsOf(text: string, row: Span): Span[] | null {
  // Only the row is searched, not the text behind it.
  const line = text.slice(row.start, row.end);
  if (!line.includes('|')) return null;
  const cells: Span[] = [];
  let start = row.start;
  for (let bar = line.indexOf('|'); bar !== -1; bar = line.indexOf('|', bar + 1)) {
    cells.push(trimmed(text, start, row.start + bar));
    start = row.start + bar + 1;
  }
  cells.push(trimmed(text, start, row.end));
  return cells;
}

/** The columns that a head row names; null for a row that is no head of a table of tasks (it names the work and who or when). */
export function columnsOf(text: string, cells: readonly Span[]): Columns | null {
  const columns = cells.map(({ start, end }) => (end - start > 60 ? null : tableColumn(text.slice(start, end))));
  const told = (column: TableColumn) => columns.includes(column);
  return told('work') && (told('lead') || told('time')) ? columns : null;
}

/** A row of a table of tasks as a duty; null for a row without work, or one that only titles the rows below it. */
export function rowDuty(text: string, block: number, cells: readonly Span[], columns: Columns): SentenceMention | null {
  const cell = (column: TableColumn): Span | null => {
    const found = cells[columns.indexOf(column)];
    return found !== undefined && found.end > found.start ? found : null;
  };
  const work = cell('work');
  const lead = cell('lead');
  const time = cell('time');
  if (work === null || (lead === null && time === null)) return null;
  return {
    block,
    span: work,
    words: work,
    tells: 'duty',
    label: null,
    form: 'row',
    account: false,
    acts: true,
    leads: false,
    assignees: namesIn(text, lead),
    coordinators: namesIn(text, cell('joint')),
    condition: null,
    deadlines: time === null ? [] : whenOf(text, time),
  };
}

function namesIn(text: string, cell: Span | null): readonly PartyMention[] {
  if (cell === null) return [];
  const words = wordsIn(text, cell.start, cell.end);
  const list = partiesAt(text, words, 0, 'called');
  // A name that the tables do not know is still the name that stands there.
  return list?.parties ?? [{ span: cell, name: text.slice(cell.start, cell.end), kind: 'body' }];
}

/** In a column for the time a bare date is a deadline. */
function whenOf(text: string, cell: Span): readonly DeadlineMention[] {
  const found = findDeadlines(text, cell, wordsIn(text, cell.start, cell.end));
  if (found.length > 0) return found;
  return findDates(text, cell.start, cell.end)
    .slice(-1)
    .map(({ value: { since = null, ...when }, span }) => ({
      span,
      bound: 'by',
      unit: when.unit,
      when,
      since: since ?? (when.unit === 'day' ? null : when),
      recurs: null,
      rule: null,
    }));
}

function trimmed(text: string, from: number, to: number): Span {
  let [start, end] = [from, to];
  while (start < end && text.charCodeAt(start) <= 32) start += 1;
  while (end > start && text.charCodeAt(end - 1) <= 32) end -= 1;
  return { start, end };
}
