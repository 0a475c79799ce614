/** For sorting: texts in the order of their code units, which depends on no language and no machine. */
export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
