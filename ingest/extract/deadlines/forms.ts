import type { CalendarStretch } from '#ingest/model/calendar.ts';
import { type Cues, CueTable } from '../cues.ts';
import { dateForms } from '../dates.ts';
import type { Recognizer } from '../recognizer.ts';
import type { Cycle } from '../rhythms/cycle.ts';
import { rhythmForms } from '../rhythms.ts';
import type { Word } from '../words.ts';
import { afterEvent, beforeEvent } from './event.ts';

/** The forms of time that are worth looking for in a sentence. */
export interface TimeForms {
  readonly dates: readonly Recognizer<CalendarStretch>[];
  readonly rhythms: readonly Recognizer<readonly Cycle[]>[];
  readonly events: readonly Recognizer<true>[];
}

const table = new CueTable([...dateForms, ...rhythmForms, beforeEvent, afterEvent]);

/** By cues: sentences share few sets of them. Emptied when full, so that it cannot grow with what is read. */
const chosen = new Map<Cues, TimeForms>();
const MOST_CHOICES = 2_000;

/** The forms that a sentence of `words`, read from `text`, may hold; null where its words name no time at all. */
export function formsFor(text: string, words: readonly Word[]): TimeForms | null {
  const cues = table.of(text, words);
  if (cues === 0) return null;
  const known = chosen.get(cues);
  if (known !== undefined) return known;
  const forms = {
    dates: table.allowed(dateForms, cues),
    rhythms: table.allowed(rhythmForms, cues),
    events: table.allowed([beforeEvent, afterEvent], cues),
  };
  if (chosen.size >= MOST_CHOICES) chosen.clear();
  chosen.set(cues, forms);
  return forms;
}
