import { onTestFinished } from 'vitest';

/** Cleans up after the test that runs now. Outside of a test it does nothing: the end of the file is there for that. */
export function whenTestIsOver(clean: () => Promise<void>): void {
  try {
    onTestFinished(clean);
  } catch {
    return;
  }
}
