import type { Recognizer } from './recognizer.ts';
import { atIntervals, continuously } from './rhythms/bare.ts';
import type { Cycle } from './rhythms/cycle.ts';
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
import { daysAfterPeriod, turnOfMonth } from './rhythms/periodEnd.ts';
import { dayOfWeek, weekdayOfMonth } from './rhythms/weekday.ts';

/** All forms in which words name a rhythm. */
export const rhythmForms: readonly Recognizer<readonly Cycle[]>[] = [
  dayOfWeek,
  weekdayOfMonth,
  daysAfterPeriod,
  turnOfMonth,
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
