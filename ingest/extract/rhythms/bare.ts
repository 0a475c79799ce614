import type { Recognizer } from '../recognizer.ts';
import { type Cycle, unmeasured } from './cycle.ts';

/** `định kỳ` with no period named. */
export const atIntervals: Recognizer<readonly Cycle[]> = {
  name: 'at-intervals',
  cues: ['kỳ'],
  opens: ['định'],
  pattern: /(?=đ)(?<![\p{L}\p{N}])định kỳ(?![\p{L}\p{N}])/giu,
  examples: ['định kỳ', 'Định kỳ'],
  not: ['định kì toán', 'quyết định kỷ luật'],
  read: () => [unmeasured('periodic')],
};

/** `thường xuyên`, `thường xuyên, liên tục`. */
export const continuously: Recognizer<readonly Cycle[]> = {
  name: 'continuously',
  cues: ['xuyên'],
  opens: ['thường'],
  pattern: /(?=t)(?<![\p{L}\p{N}])thường xuyên(?:(?:,| và)? liên tục)?(?![\p{L}\p{N}])/giu,
  examples: ['thường xuyên', 'Thường xuyên, liên tục', 'thường xuyên và liên tục'],
  not: ['thường trực', 'bình thường'],
  read: () => [unmeasured('continuous')],
};
