import type { Rhythm } from '#ingest/model/task.ts';
import type { Recognizer } from './recognizer.ts';
import { atIntervals, continuously } from './rhythms/bare.ts';
import {
  dayOfMonth,
  everyOne,
  halfAndWhole,
  monthOfQuarter,
  onceIn,
  periodic,
  timeOfYear,
  timesIn,
  turnOfYear,
  yearBeside,
} from './rhythms/every.ts';

/** All forms in which words name a rhythm. */
export const rhythmForms: readonly Recognizer<readonly Rhythm[]>[] = [
  everyOne,
  periodic,
  onceIn,
  timesIn,
  halfAndWhole,
  monthOfQuarter,
  dayOfMonth,
  timeOfYear,
  turnOfYear,
  yearBeside,
  atIntervals,
  continuously,
];
