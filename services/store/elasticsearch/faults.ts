import type { IndexFault } from '#services/store/port.ts';

/** One fault of all these documents; none where there are none. */
export function told(documents: readonly string[], sentence: (count: number) => string): IndexFault[] {
  return documents.length === 0 ? [] : [{ message: sentence(documents.length), documents }];
}

/** Keywords are in the order of their bytes in UTF-8. */
export const compareBytes = (a: string, b: string) => Buffer.compare(Buffer.from(a), Buffer.from(b));
