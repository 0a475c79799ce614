import type { CalendarStretch } from '#ingest/model/calendar.ts';
import { foldTone } from '#ingest/vocabulary/phrases.ts';
import { type Cues, CueTable } from '../cues.ts';
import { dateForms } from '../dates.ts';
import { type Found, findAll, type Recognizer } from '../recognizer.ts';
import type { Cycle } from '../rhythms/cycle.ts';
import { rhythmForms } from '../rhythms.ts';
import { markOf, type Word } from '../words.ts';
import { afterEvent, beforeEvent } from './event.ts';

/** A form of time as it is looked for: at the words alone that it may begin with. */
export interface TimeForm<T> {
  readonly name: string;
  readonly form: Recognizer<T>;
  /** The form's pattern, for one place at a time. */
  readonly sticky: RegExp;
  /** The bit of the form in what `openingsIn` says of a word; 0 for a form that is looked for everywhere. */
  readonly bit: number;
}

/** The forms of time that are worth looking for in a sentence. */
export interface TimeForms {
  readonly dates: readonly TimeForm<CalendarStretch>[];
  readonly rhythms: readonly TimeForm<readonly Cycle[]>[];
  readonly events: readonly TimeForm<true>[];
}

const all: readonly Recognizer<unknown>[] = [...dateForms, ...rhythmForms, beforeEvent, afterEvent];
const table = new CueTable(all);

/** By word, which forms it may open: one bit each. Of figures the word behind them tells. */
const opened = new Map<string, number>();
const openedBefore = new Map<string, number>();
for (const form of all) {
  for (const word of (form.opens ?? []).map(foldTone)) {
    const [by, key] = word.startsWith('0 ') ? [openedBefore, word.slice(2)] : [opened, word];
    by.set(key, (by.get(key) ?? 0) | bitOf(form));
  }
}
const byAnyFigure = opened.get('0') ?? 0;
const byDateFigure = opened.get('0/') ?? 0;
const opening = markOf('0', ...opened.keys());

const timeForm = <T>(form: Recognizer<T>): TimeForm<T> => ({
  name: form.name,
  form,
  sticky: new RegExp(form.pattern.source, form.pattern.flags.replace('g', 'y')),
  bit: bitOf(form),
});
const dates = dateForms.map(timeForm);
const rhythms = rhythmForms.map(timeForm);
const events = [beforeEvent, afterEvent].map(timeForm);

/** In one number there is room for 31 forms; further ones, and those that do not say what they begin with, have no bit. */
function bitOf(form: Recognizer<unknown>): number {
  const index = all.indexOf(form);
  return form.opens === undefined || index > 30 ? 0 : 1 << index;
}

/** By cues: sentences share few sets of them. Emptied when full, so that it cannot grow with what is read. */
const chosen = new Map<Cues, TimeForms | null>();
const MOST_CHOICES = 2_000;

/** The forms that a sentence of `words` may hold; null where its words name no time at all. */
export function formsFor(words: readonly Word[]): TimeForms | null {
  const cues = table.of(words);
  if (cues === 0) return null;
  const known = chosen.get(cues);
  if (known !== undefined) return known;
  const allowed = { dates: table.allowed(dates, cues), rhythms: table.allowed(rhythms, cues), events: table.allowed(events, cues) };
  const forms = allowed.dates.length + allowed.rhythms.length + allowed.events.length === 0 ? null : allowed;
  if (chosen.size >= MOST_CHOICES) chosen.clear();
  chosen.set(cues, forms);
  return forms;
}

/** The words of a sentence that some form of time may begin with. */
export interface Openings {
  /** Where they begin in the text, in order. */
  readonly places: readonly number[];
  /** For each of them the bits of the forms that may begin with it. */
  readonly forms: readonly number[];
  /** The bits of them all. */
  readonly any: number;
}

/** The words of `words`, read from `text`, that a form of time may begin with. */
export function openingsIn(text: string, words: readonly Word[]): Openings {
  const places: number[] = [];
  const forms: number[] = [];
  let any = 0;
  for (let index = 0; index < words.length; index += 1) {
    const word = words[index]!;
    if ((word.marks & opening) === 0) continue;
    const code = text.charCodeAt(word.start);
    const bits = code >= 48 && code <= 57 ? byFigure(text, word, words[index + 1]) : (opened.get(word.folded) ?? 0);
    if (bits === 0) continue;
    places.push(word.start);
    forms.push(bits);
    any |= bits;
  }
  return { places, forms, any };
}

/** The forms that a figure may open: most figures are no days. */
function byFigure(text: string, { start, end }: Word, next: Word | undefined): number {
  const behind = text.charAt(end) === ' ' ? text.charAt(end + 1) : text.charAt(end);
  const day = end - start <= 2 && (behind === '/' || behind === '.' || behind === '-' || behind === '–');
  return byAnyFigure | (day ? byDateFigure : 0) | (next === undefined ? 0 : (openedBefore.get(next.folded) ?? 0));
}

/** Adds to `found` everything that a form finds at the openings of a sentence that begins at `from`. */
export function findForm<T>({ form, sticky, bit }: TimeForm<T>, text: string, from: number, openings: Openings, found: Found<T>[]): void {
  if (bit === 0) found.push(...findAll(form, text, from));
  if ((openings.any & bit) === 0) return;
  let done = 0;
  for (let index = 0; index < openings.places.length; index += 1) {
    const start = openings.places[index]!;
    if ((openings.forms[index]! & bit) === 0 || start < done) continue;
    sticky.lastIndex = start;
    const match = sticky.exec(text);
    if (match === null) continue;
    done = start + match[0].length;
    const value = form.read(match);
    if (value !== null) found.push({ value, span: { start, end: done } });
  }
}
