import { setFlagsFromString } from 'node:v8';

/**
 * Keeps answers among what V8 expects to die young, in the whole process. Where many values that were made at one place were alive when it looked, V8 makes all
 * later ones of that place old from the start ("allocation site pretenuring"); an answer that is not needed any more then keeps all that it points to alive until
 * the old are looked through. Seen with walks that meet a thousand works: 110 MB of answers that nobody held, and 6 ms for looking through the young instead of 2.5.
 */
export function keepAnswersYoung(): void {
  setFlagsFromString('--no-allocation-site-pretenuring');
}
