/** Operators of the language; the Vietnamese ones are words where all is typed in capitals. */
export const operators: Readonly<Record<string, 'or' | 'and' | 'not'>> = {
  OR: 'or',
  HOẶC: 'or',
  AND: 'and',
  VÀ: 'and',
  NOT: 'not',
  KHÔNG: 'not',
};
